import { Type } from '@sinclair/typebox';

const closed = { additionalProperties: false };

export const siteListQuery = Type.Object({
  sort: Type.Optional(
    Type.Union(
      ['name', '-name', 'last_data_change_at', '-last_data_change_at', 'plan', '-plan'].map((sort) =>
        Type.Literal(sort),
      ),
    ),
  ),
  filters: Type.Optional(Type.Object({ match: Type.Optional(Type.String()) })),
  page: Type.Optional(
    Type.Object(
      {
        offset: Type.Optional(Type.Integer({ minimum: 0 })),
        limit: Type.Optional(Type.Integer({ minimum: 0, maximum: 50, default: 20 })),
      },
      closed,
    ),
  ),
  include: Type.Optional(Type.String()),
});

export const siteFindQuery = Type.Object({ include: Type.Optional(Type.String()) });

export const siteCreateBody = Type.Object(
  {
    data: Type.Object(
      {
        type: Type.Literal('site'),
        attributes: Type.Object(
          {
            name: Type.String({ maxLength: 200 }),
            internal_subdomain: Type.Optional(Type.String({ maxLength: 200 })),
            main_locale: Type.Optional(Type.String({ maxLength: 50 })),
            theme_hue: Type.Optional(Type.Integer({ minimum: 0, maximum: 359 })),
            template: Type.Optional(Type.Union([Type.String({ maxLength: 1000 }), Type.Null()])),
          },
          closed,
        ),
      },
      closed,
    ),
  },
  closed,
);

export const siteUpdateBody = Type.Object(
  {
    data: Type.Object(
      {
        type: Type.Literal('site'),
        id: Type.Optional(Type.String()),
        attributes: Type.Optional(
          Type.Object(
            {
              name: Type.Optional(Type.String({ maxLength: 200 })),
              domain: Type.Optional(Type.Union([Type.String({ maxLength: 253 }), Type.Null()])),
              internal_subdomain: Type.Optional(Type.String({ maxLength: 200 })),
              is_public_template: Type.Optional(Type.Boolean()),
            },
            closed,
          ),
        ),
      },
      closed,
    ),
  },
  closed,
);
