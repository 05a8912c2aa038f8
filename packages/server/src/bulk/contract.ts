import { Type } from '@sinclair/typebox';

/** The limit is a smaller one and has a code of its own; this keeps a hostile list from being walked. */
const MOST_LINKAGES = 10_000;

/** Which entities an operation concerns. */
export function concerned<Name extends string>(type: Name) {
  return Type.Object({
    data: Type.Array(Type.Object({ type: Type.Literal(type), id: Type.String({ maxLength: 60 }) }), {
      maxItems: MOST_LINKAGES,
    }),
  });
}

export const bulkAnswer = Type.Object({
  data: Type.Unsafe<[]>({ type: 'array' }),
  meta: Type.Object({ successful: Type.Integer(), failed: Type.Integer() }),
});
