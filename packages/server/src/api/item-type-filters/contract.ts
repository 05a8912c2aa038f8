import { Type } from '@sinclair/typebox';
import { storedFilter } from '#api/upload-filters/contract.ts';
import { identifier, nullable } from '#http/document.ts';
import { linkage, shortText } from '#schema/linkage.ts';

const strict = { additionalProperties: false };

const column = Type.Object(
  { name: Type.String({ maxLength: 255 }), width: Type.Number({ minimum: 0, maximum: 1 }) },
  strict,
);
const columns = nullable(Type.Array(column, { minItems: 1, maxItems: 500 }));
/** As lists of records take it: `title_ASC,_updated_at_DESC`. */
const orderBy = nullable(
  Type.String({ maxLength: 1_000, pattern: '^\\w+_(ASC|DESC)(\\s*,\\s*\\w+_(ASC|DESC))*$' }),
);

const settings = {
  filter: Type.Optional(storedFilter),
  columns: Type.Optional(columns),
  order_by: Type.Optional(orderBy),
  shared: Type.Optional(Type.Boolean()),
};
const id = Type.Optional(Type.String({ maxLength: 60 }));

export const createItemTypeFilterBody = Type.Object(
  {
    data: Type.Object(
      {
        id,
        type: Type.Literal('item_type_filter'),
        attributes: Type.Object({ name: shortText, ...settings }, strict),
        relationships: Type.Object({ item_type: linkage('item_type') }, strict),
        meta: Type.Optional(Type.Unknown()),
      },
      strict,
    ),
  },
  strict,
);

export const updateItemTypeFilterBody = Type.Object(
  {
    data: Type.Object(
      {
        id,
        type: Type.Literal('item_type_filter'),
        attributes: Type.Optional(Type.Object({ name: Type.Optional(shortText), ...settings }, strict)),
        relationships: Type.Optional(Type.Object({ item_type: Type.Optional(linkage('item_type')) }, strict)),
        meta: Type.Optional(Type.Unknown()),
      },
      strict,
    ),
  },
  strict,
);

export const itemTypeFilterEntity = Type.Object({
  type: Type.Literal('item_type_filter'),
  id: Type.String(),
  attributes: Type.Object({
    name: Type.String(),
    filter: Type.Record(Type.String(), Type.Unknown()),
    columns: nullable(
      Type.Array(Type.Object({ name: Type.String(), width: Type.Number() }), { minItems: 1 }),
    ),
    order_by: nullable(Type.String()),
    shared: Type.Boolean(),
  }),
  relationships: Type.Object({ item_type: Type.Object({ data: identifier('item_type') }) }),
});
