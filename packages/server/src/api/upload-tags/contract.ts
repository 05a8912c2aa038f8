import { Type } from '@sinclair/typebox';

const strict = { additionalProperties: false };

export const listTagsQuery = Type.Object({
  filter: Type.Optional(Type.Object({ query: Type.Optional(Type.String({ maxLength: 255 })) })),
  page: Type.Optional(
    Type.Object({
      offset: Type.Optional(Type.Integer({ minimum: 0, maximum: 2_000_000_000 })),
      limit: Type.Optional(Type.Integer({ minimum: 0, maximum: 500, default: 50 })),
    }),
  ),
});

export const createUploadTagBody = Type.Object(
  {
    data: Type.Object(
      {
        type: Type.Literal('upload_tag'),
        attributes: Type.Object({ name: Type.String({ maxLength: 255 }) }, strict),
      },
      strict,
    ),
  },
  strict,
);

export const uploadTagEntity = Type.Object({
  type: Type.Literal('upload_tag'),
  id: Type.String(),
  attributes: Type.Object({ name: Type.String() }),
});

export const uploadTagPage = Type.Object({
  data: Type.Array(uploadTagEntity),
  meta: Type.Object({ total_count: Type.Integer() }),
});
