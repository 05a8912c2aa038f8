import { Type } from '@sinclair/typebox';
import { concerned } from '#bulk/contract.ts';
import { nullable, nullableLinkage } from '#schema/linkage.ts';

const strict = { additionalProperties: false };
const text = nullable(Type.String({ maxLength: 10_000 }));
const customData = Type.Object({}, { additionalProperties: true });
const focalPoint = nullable(
  Type.Object(
    { x: Type.Number({ minimum: 0, maximum: 1 }), y: Type.Number({ minimum: 0, maximum: 1 }) },
    strict,
  ),
);
const posterTime = nullable(Type.Number({ minimum: 0 }));

const byLocale = Type.Record(
  Type.String({ pattern: '^(?!(alt|title|custom_data|focal_point|poster_time)$)' }),
  Type.Object(
    {
      alt: Type.Optional(text),
      title: Type.Optional(text),
      custom_data: Type.Optional(customData),
      focal_point: Type.Optional(focalPoint),
      poster_time: Type.Optional(posterTime),
    },
    strict,
  ),
  strict,
);
const byAttribute = Type.Object(
  {
    alt: Type.Optional(Type.Record(Type.String(), text)),
    title: Type.Optional(Type.Record(Type.String(), text)),
    custom_data: Type.Optional(Type.Record(Type.String(), customData)),
    focal_point: Type.Optional(focalPoint),
    poster_time: Type.Optional(posterTime),
  },
  strict,
);

const tags = Type.Array(Type.String({ minLength: 1, maxLength: 255 }), { maxItems: 1000 });

const editorial = {
  author: Type.Optional(text),
  copyright: Type.Optional(text),
  notes: Type.Optional(text),
  tags: Type.Optional(tags),
  default_field_metadata: Type.Optional(Type.Union([byLocale, byAttribute])),
};

// The published schema lets further attributes through: an upload may be sent back as it was fetched.
export const createUploadBody = Type.Object(
  {
    data: Type.Object(
      {
        id: Type.Optional(Type.String({ maxLength: 60 })),
        type: Type.Literal('upload'),
        attributes: Type.Object({ path: Type.String({ maxLength: 1000 }), ...editorial }),
        relationships: Type.Optional(
          Type.Object({ upload_collection: Type.Optional(nullableLinkage('upload_collection')) }),
        ),
        meta: Type.Optional(Type.Unknown()),
      },
      strict,
    ),
  },
  strict,
);

const linkTo = <const Name extends string>(type: Name) =>
  Type.Object({ type: Type.Literal(type), id: Type.String({ maxLength: 60 }) });
const creator = Type.Union([
  linkTo('account'),
  linkTo('access_token'),
  linkTo('user'),
  linkTo('sso_user'),
  linkTo('organization'),
]);

export const updateUploadBody = Type.Object(
  {
    data: Type.Object(
      {
        id: Type.Optional(Type.String({ maxLength: 60 })),
        type: Type.Literal('upload'),
        attributes: Type.Optional(
          Type.Object({
            path: Type.Optional(Type.String({ maxLength: 1000 })),
            basename: Type.Optional(Type.String({ maxLength: 1000 })),
            ...editorial,
          }),
        ),
        relationships: Type.Optional(
          Type.Object({
            creator: Type.Optional(
              Type.Object({
                data: creator,
              }),
            ),
            upload_collection: Type.Optional(nullableLinkage('upload_collection')),
          }),
        ),
        meta: Type.Optional(Type.Unknown()),
      },
      strict,
    ),
  },
  strict,
);

export const listUploadsQuery = Type.Object({
  filter: Type.Optional(
    Type.Object({
      ids: Type.Optional(Type.Union([Type.String(), Type.Array(Type.String())])),
      query: Type.Optional(Type.String({ maxLength: 1000 })),
      fields: Type.Optional(Type.Object({}, { additionalProperties: true })),
    }),
  ),
  locale: Type.Optional(Type.String({ maxLength: 20 })),
  order_by: Type.Optional(Type.String({ maxLength: 500 })),
  page: Type.Optional(
    Type.Object({
      offset: Type.Optional(Type.Integer({ minimum: 0 })),
      limit: Type.Optional(Type.Integer({ minimum: 0, maximum: 500, default: 30 })),
    }),
  ),
});

const REPLACE_STRATEGIES = ['create_new_url', 'keep_url'] as const;

export const updateUploadQuery = Type.Object({
  replace_strategy: Type.Optional(Type.Union(REPLACE_STRATEGIES.map((each) => Type.Literal(each)))),
});

export const bulkTagBody = Type.Object(
  {
    data: Type.Object(
      {
        type: Type.Literal('upload_bulk_tag_operation'),
        attributes: Type.Object({ tags }, strict),
        relationships: Type.Object({ uploads: concerned('upload') }),
      },
      strict,
    ),
  },
  strict,
);

export const bulkSetCollectionBody = Type.Object(
  {
    data: Type.Object(
      {
        type: Type.Literal('upload_bulk_set_upload_collection_operation'),
        relationships: Type.Object({
          upload_collection: nullableLinkage('upload_collection'),
          uploads: concerned('upload'),
        }),
      },
      strict,
    ),
  },
  strict,
);

export const bulkDestroyBody = Type.Object(
  {
    data: Type.Object(
      {
        type: Type.Literal('upload_bulk_destroy_operation'),
        relationships: Type.Object({ uploads: concerned('upload') }),
      },
      strict,
    ),
  },
  strict,
);
