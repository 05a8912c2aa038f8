import { Type } from '@sinclair/typebox';

export const findVersionQuery = Type.Object({ nested: Type.Optional(Type.Boolean()) });

export const listVersionsQuery = Type.Object({
  nested: Type.Optional(Type.Boolean()),
  page: Type.Optional(
    Type.Object({
      offset: Type.Optional(Type.Integer({ minimum: 0, maximum: 2_000_000_000 })),
      limit: Type.Optional(Type.Integer({ minimum: 0, maximum: 50 })),
    }),
  ),
});
