import { Type } from '@sinclair/typebox';
import { identifier, nullable } from '#http/document.ts';
import { nullableLinkage, shortText } from '#schema/linkage.ts';
import { newId, position, treeRelationships } from '#tree/contract.ts';

const strict = { additionalProperties: false };

const attributes = {
  external_url: Type.Optional(nullable(Type.String({ maxLength: 2_000 }))),
  position: Type.Optional(position),
  open_in_new_tab: Type.Optional(Type.Boolean()),
};
const relationships = Type.Optional(
  Type.Object(
    {
      item_type: Type.Optional(nullableLinkage('item_type')),
      item_type_filter: Type.Optional(nullableLinkage('item_type_filter')),
      parent: Type.Optional(nullableLinkage('menu_item')),
    },
    strict,
  ),
);

export const createMenuItemBody = Type.Object(
  {
    data: Type.Object(
      {
        id: newId,
        type: Type.Literal('menu_item'),
        attributes: Type.Object({ label: shortText, ...attributes }, strict),
        relationships,
        meta: Type.Optional(Type.Unknown()),
      },
      strict,
    ),
  },
  strict,
);

export const updateMenuItemBody = Type.Object(
  {
    data: Type.Object(
      {
        id: newId,
        type: Type.Literal('menu_item'),
        attributes: Type.Optional(Type.Object({ label: Type.Optional(shortText), ...attributes }, strict)),
        relationships,
        meta: Type.Optional(Type.Unknown()),
      },
      strict,
    ),
  },
  strict,
);

export const menuItemEntity = Type.Object({
  type: Type.Literal('menu_item'),
  id: Type.String(),
  attributes: Type.Object({
    label: Type.String(),
    external_url: nullable(Type.String()),
    position: Type.Integer(),
    open_in_new_tab: Type.Boolean(),
  }),
  relationships: Type.Object({
    item_type: Type.Object({ data: nullable(identifier('item_type')) }),
    item_type_filter: Type.Object({ data: nullable(identifier('item_type_filter')) }),
    ...treeRelationships('menu_item'),
  }),
});
