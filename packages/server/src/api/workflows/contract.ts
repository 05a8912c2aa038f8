import { Type } from '@sinclair/typebox';
import { nullable } from '#http/document.ts';
import { apiKey, longText, shortText } from '#schema/linkage.ts';

const strict = { additionalProperties: false };
const MOST_STAGES = 100;

const stages = Type.Array(
  Type.Object(
    {
      id: Type.String({ minLength: 1, maxLength: 100 }),
      name: shortText,
      description: Type.Optional(nullable(longText)),
      initial: Type.Optional(Type.Boolean()),
    },
    strict,
  ),
  { minItems: 1, maxItems: MOST_STAGES },
);

export const createWorkflowBody = Type.Object(
  {
    data: Type.Object(
      {
        id: Type.Optional(Type.String({ maxLength: 60 })),
        type: Type.Literal('workflow'),
        attributes: Type.Object({ name: shortText, api_key: apiKey, stages }, strict),
        relationships: Type.Optional(Type.Object({})),
        meta: Type.Optional(Type.Unknown()),
      },
      strict,
    ),
  },
  strict,
);

export const updateWorkflowBody = Type.Object(
  {
    data: Type.Object(
      {
        id: Type.Optional(Type.String({ maxLength: 100 })),
        type: Type.Literal('workflow'),
        attributes: Type.Optional(
          Type.Object(
            {
              name: Type.Optional(shortText),
              api_key: Type.Optional(apiKey),
              stages: Type.Optional(stages),
            },
            strict,
          ),
        ),
        relationships: Type.Optional(Type.Object({})),
        meta: Type.Optional(Type.Unknown()),
      },
      strict,
    ),
  },
  strict,
);

export const workflowEntity = Type.Object({
  type: Type.Literal('workflow'),
  id: Type.String(),
  attributes: Type.Object({
    name: Type.String(),
    api_key: Type.String(),
    stages: Type.Array(
      Type.Object({
        id: Type.String(),
        name: Type.String(),
        description: nullable(Type.String()),
        initial: Type.Boolean(),
      }),
      { minItems: 1 },
    ),
  }),
});
