import { Type } from '@sinclair/typebox';
import { nullableLinkage } from '#schema/linkage.ts';

export const createUploadRequestBody = Type.Object(
  {
    data: Type.Object(
      {
        type: Type.Literal('upload_request'),
        // Further attributes are let through: the published schema does not close this object.
        attributes: Type.Optional(Type.Object({ filename: Type.Optional(Type.String({ maxLength: 1000 })) })),
        relationships: Type.Optional(
          Type.Object({ upload_collection: Type.Optional(nullableLinkage('upload_collection')) }),
        ),
      },
      { additionalProperties: false },
    ),
  },
  { additionalProperties: false },
);

export const uploadRequestEntity = Type.Object({
  type: Type.Literal('upload_request'),
  id: Type.String(),
  attributes: Type.Object({ url: Type.String(), request_headers: Type.Record(Type.String(), Type.String()) }),
});
