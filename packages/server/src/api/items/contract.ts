import { Type } from '@sinclair/typebox';

const id = Type.String({ maxLength: 100 });
const linkTo = <const Name extends string>(type: Name) => Type.Object({ id, type: Type.Literal(type) });

const itemType = Type.Object({ data: linkTo('item_type') });
const creator = Type.Object({
  data: Type.Union([
    linkTo('account'),
    linkTo('access_token'),
    linkTo('user'),
    linkTo('sso_user'),
    linkTo('organization'),
  ]),
});
/** Values by api key: what they may be is the business of the model. */
const attributes = Type.Record(Type.String(), Type.Unknown());
const nullableText = Type.Union([Type.String(), Type.Null()]);
/** A record that was read is sent back whole: what cannot be changed is accepted and left alone. */
const meta = Type.Object({
  created_at: Type.Optional(Type.String()),
  first_published_at: Type.Optional(nullableText),
  current_version: Type.Optional(Type.String()),
  stage: Type.Optional(nullableText),
});

export const createItemBody = Type.Object({
  data: Type.Object({
    id: Type.Optional(Type.String()),
    type: Type.Literal('item'),
    attributes: Type.Optional(attributes),
    relationships: Type.Object({ item_type: itemType, creator: Type.Optional(creator) }),
    meta: Type.Optional(meta),
  }),
});

export const updateItemBody = Type.Object({
  data: Type.Object({
    id: Type.Optional(Type.String()),
    type: Type.Literal('item'),
    attributes: Type.Optional(attributes),
    relationships: Type.Optional(
      Type.Object({ item_type: Type.Optional(itemType), creator: Type.Optional(creator) }),
    ),
    meta: Type.Optional(meta),
  }),
});

const strict = { additionalProperties: false };
const locales = Type.Array(Type.String({ maxLength: 20 }), { maxItems: 1000 });

/** Without a body, or without `data` in it, everything is published. */
export const publishItemBody = Type.Object({
  data: Type.Optional(
    Type.Object(
      {
        type: Type.Literal('selective_publish_operation'),
        attributes: Type.Object(
          { content_in_locales: locales, non_localized_content: Type.Boolean() },
          strict,
        ),
      },
      strict,
    ),
  ),
});

export const unpublishItemBody = Type.Object({
  data: Type.Optional(
    Type.Object(
      {
        type: Type.Literal('selective_unpublish_operation'),
        attributes: Type.Object({ content_in_locales: locales }, strict),
      },
      strict,
    ),
  ),
});

export const recursiveQuery = Type.Object({ recursive: Type.Optional(Type.Boolean()) });

const version = Type.Union([Type.Literal('current'), Type.Literal('published')]);

export const findItemQuery = Type.Object({
  nested: Type.Optional(Type.Boolean()),
  version: Type.Optional(version),
});

export const referencesQuery = Type.Object({
  nested: Type.Optional(Type.Boolean()),
  version: Type.Optional(
    Type.Union([
      Type.Literal('current'),
      Type.Literal('published'),
      Type.Literal('published-or-current'),
      Type.Literal(''),
    ]),
  ),
});

export const listItemsQuery = Type.Object({
  nested: Type.Optional(Type.Boolean()),
  filter: Type.Optional(
    Type.Object({
      ids: Type.Optional(Type.String()),
      type: Type.Optional(Type.String()),
      query: Type.Optional(Type.String()),
      fields: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
      only_valid: Type.Optional(Type.String()),
    }),
  ),
  locale: Type.Optional(Type.String({ maxLength: 20 })),
  page: Type.Optional(
    Type.Object({
      offset: Type.Optional(Type.Integer({ minimum: 0, maximum: 2_000_000_000 })),
      limit: Type.Optional(Type.Integer({ minimum: 0, maximum: 500, default: 30 })),
    }),
  ),
  order_by: Type.Optional(Type.String()),
  version: Type.Optional(version),
});
