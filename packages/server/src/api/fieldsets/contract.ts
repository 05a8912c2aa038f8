import { Type } from '@sinclair/typebox';
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
        relationships: Type.Optional(Type.Unknown()),
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
        relationships: Type.Optional(Type.Unknown()),
        meta: Type.Optional(Type.Unknown()),
      },
      strict,
    ),
  },
  strict,
);
