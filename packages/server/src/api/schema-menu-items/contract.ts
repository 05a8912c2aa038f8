import { SCHEMA_MENU_KINDS } from '@recto/content/menu/schema-menu-item';
import { Type } from '@sinclair/typebox';
import { identifier, nullable, oneOf } from '#http/document.ts';
import { nullableLinkage, shortText } from '#schema/linkage.ts';
import { childrenLinkages, newId, position, treeRelationships } from '#tree/contract.ts';

const strict = { additionalProperties: false };

const label = nullable(shortText);
const kind = oneOf(SCHEMA_MENU_KINDS);

export const createSchemaMenuItemBody = Type.Object(
  {
    data: Type.Object(
      {
        id: newId,
        type: Type.Literal('schema_menu_item'),
        attributes: Type.Object({ label, kind, position: Type.Optional(position) }, strict),
        relationships: Type.Optional(
          Type.Object(
            {
              item_type: Type.Optional(nullableLinkage('item_type')),
              parent: Type.Optional(nullableLinkage('schema_menu_item')),
            },
            strict,
          ),
        ),
        meta: Type.Optional(Type.Unknown()),
      },
      strict,
    ),
  },
  strict,
);

export const updateSchemaMenuItemBody = Type.Object(
  {
    data: Type.Object(
      {
        id: newId,
        type: Type.Literal('schema_menu_item'),
        attributes: Type.Optional(
          Type.Object(
            {
              label: Type.Optional(label),
              kind: Type.Optional(kind),
              position: Type.Optional(position),
            },
            strict,
          ),
        ),
        relationships: Type.Optional(
          Type.Object(
            {
              item_type: Type.Optional(nullableLinkage('item_type')),
              parent: Type.Optional(nullableLinkage('schema_menu_item')),
              children: Type.Optional(childrenLinkages('schema_menu_item')),
            },
            strict,
          ),
        ),
        meta: Type.Optional(Type.Unknown()),
      },
      strict,
    ),
  },
  strict,
);

export const schemaMenuItemEntity = Type.Object({
  type: Type.Literal('schema_menu_item'),
  id: Type.String(),
  attributes: Type.Object({ label: nullable(Type.String()), position: Type.Integer(), kind }),
  relationships: Type.Object({
    item_type: Type.Object({ data: nullable(identifier('item_type')) }),
    ...treeRelationships('schema_menu_item'),
  }),
});
