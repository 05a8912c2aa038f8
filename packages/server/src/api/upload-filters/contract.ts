import { Type } from '@sinclair/typebox';
import { shortText } from '#schema/linkage.ts';

const strict = { additionalProperties: false };

/** Kept as it is sent: the list that it is used with reads it. */
export const storedFilter = Type.Record(Type.String({ maxLength: 200 }), Type.Unknown());

const id = Type.Optional(Type.String({ maxLength: 60 }));
const rest = { relationships: Type.Optional(Type.Object({})), meta: Type.Optional(Type.Unknown()) };

export const createUploadFilterBody = Type.Object(
  {
    data: Type.Object(
      {
        id,
        type: Type.Literal('upload_filter'),
        attributes: Type.Object({ name: shortText, filter: storedFilter, shared: Type.Boolean() }, strict),
        ...rest,
      },
      strict,
    ),
  },
  strict,
);

export const updateUploadFilterBody = Type.Object(
  {
    data: Type.Object(
      {
        id,
        type: Type.Literal('upload_filter'),
        attributes: Type.Object(
          { name: shortText, filter: storedFilter, shared: Type.Optional(Type.Boolean()) },
          strict,
        ),
        ...rest,
      },
      strict,
    ),
  },
  strict,
);

export const uploadFilterEntity = Type.Object({
  type: Type.Literal('upload_filter'),
  id: Type.String(),
  attributes: Type.Object({
    name: Type.String(),
    filter: Type.Record(Type.String(), Type.Unknown()),
    shared: Type.Boolean(),
  }),
});
