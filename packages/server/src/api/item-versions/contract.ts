import { Type } from '@sinclair/typebox';
import { itemEntity } from '#api/items/entity.ts';
import { anyObject, linkTo, linkToCreator, nullable } from '#http/document.ts';

export const findVersionQuery = Type.Object({ nested: Type.Optional(Type.Boolean()) });

export const listVersionsQuery = Type.Object({
  nested: Type.Optional(Type.Boolean()),
  page: Type.Optional(
    Type.Object({
      offset: Type.Optional(Type.Integer({ minimum: 0, maximum: 2_000_000_000 })),
      limit: Type.Optional(Type.Integer({ minimum: 0, maximum: 50, default: 15 })),
    }),
  ),
});

const moment = nullable(Type.String());

export const itemVersionEntity = Type.Object({
  type: Type.Literal('item_version'),
  id: Type.String(),
  attributes: anyObject,
  relationships: Type.Object({
    item_type: linkTo('item_type'),
    item: linkTo('item'),
    editor: linkToCreator,
  }),
  meta: Type.Object({
    created_at: Type.String(),
    is_valid: Type.Boolean(),
    is_published: Type.Boolean(),
    is_current: Type.Boolean(),
    published_from: moment,
    published_until: moment,
  }),
});

/** The record with its old content, and the version that this made. */
export const restoredDocument = Type.Object({ data: Type.Tuple([itemEntity, itemVersionEntity]) });
