import { Type } from '@sinclair/typebox';
import { linkTo } from '#http/document.ts';
import { longText, nullable, shortText } from '#schema/linkage.ts';

const strict = { additionalProperties: false };
const settings = {
  hint: Type.Optional(nullable(longText)),
  position: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
  collapsible: Type.Optional(Type.Boolean()),
  start_collapsed: Type.Optional(Type.Boolean()),
};

export const createFieldsetBody = Type.Object(
  {
    data: Type.Object(
      {
        id: Type.Optional(Type.String({ maxLength: 60 })),
        type: Type.Literal('fieldset'),
        attributes: Type.Object({ title: shortText, ...settings }, strict),
        relationships: Type.Optional(Type.Object({})),
        meta: Type.Optional(Type.Unknown()),
      },
      strict,
    ),
  },
  strict,
);

export const updateFieldsetBody = Type.Object(
  {
    data: Type.Object(
      {
        id: Type.Optional(Type.String({ maxLength: 60 })),
        type: Type.Literal('fieldset'),
        attributes: Type.Optional(Type.Object({ title: Type.Optional(shortText), ...settings }, strict)),
        relationships: Type.Optional(Type.Object({})),
        meta: Type.Optional(Type.Unknown()),
      },
      strict,
    ),
  },
  strict,
);

export const fieldsetEntity = Type.Object({
  type: Type.Literal('fieldset'),
  id: Type.String(),
  attributes: Type.Object({
    title: Type.String(),
    hint: nullable(Type.String()),
    position: Type.Integer(),
    collapsible: Type.Boolean(),
    start_collapsed: Type.Boolean(),
  }),
  relationships: Type.Object({ item_type: linkTo('item_type') }),
});
