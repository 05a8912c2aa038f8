import { type Static, Type } from '@sinclair/typebox';
import { nullable } from '#http/document.ts';

const named = Type.Object({
  data: Type.Object(
    { type: Type.Literal('environment'), id: Type.String({ maxLength: 200 }) },
    { additionalProperties: false },
  ),
});

export const forkBody = named;
export const renameBody = named;

export const forkQuery = Type.Object({
  immediate_return: Type.Optional(Type.Boolean()),
  fast: Type.Optional(Type.Boolean()),
  force: Type.Optional(Type.Boolean()),
});

export const environmentEntity = Type.Object({
  type: Type.Literal('environment'),
  id: Type.String(),
  meta: Type.Object({
    status: Type.Union([Type.Literal('creating'), Type.Literal('ready'), Type.Literal('destroying')]),
    fork_completion_percentage: Type.Optional(Type.Number()),
    read_only_mode: Type.Boolean(),
    created_at: Type.String(),
    last_data_change_at: Type.String(),
    primary: Type.Boolean(),
    forked_from: nullable(Type.String()),
  }),
});

export type EnvironmentEntity = Static<typeof environmentEntity>;
