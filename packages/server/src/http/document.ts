import { type TSchema, Type } from '@sinclair/typebox';

/** `{ type, id }`: how a resource names another one. */
export function identifier<Name extends string>(type: Name) {
  return Type.Object({ type: Type.Literal(type), id: Type.String() });
}

export function nullable<Schema extends TSchema>(schema: Schema) {
  return Type.Union([schema, Type.Null()]);
}

/** One of several words, as `anyOf` of constants. */
export function oneOf<const Words extends readonly string[]>(words: Words) {
  return Type.Unsafe<Words[number]>({ type: 'string', enum: [...words] });
}

/** The document around one resource. */
export function documentOf<Entity extends TSchema>(entity: Entity) {
  return Type.Object({ data: entity });
}

/** The document around a list that comes whole. */
export function listOf<Entity extends TSchema>(entity: Entity) {
  return Type.Object({ data: Type.Array(entity) });
}
