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

/** The document around one page of a list. */
export function pageOf<Entity extends TSchema>(entity: Entity) {
  return Type.Object({ data: Type.Array(entity), meta: Type.Object({ total_count: Type.Integer() }) });
}

/** A relationship to one resource. */
export function linkTo<Name extends string>(type: Name) {
  return Type.Object({ data: identifier(type) });
}

/** A relationship to one resource, or to none. */
export function linkToMaybe<Name extends string>(type: Name) {
  return Type.Object({ data: nullable(identifier(type)) });
}

/** A relationship to many resources of a kind. */
export function linksTo<Name extends string>(type: Name) {
  return Type.Object({ data: Type.Array(identifier(type)) });
}

/** A relationship to whoever made something. */
export const linkToCreator = Type.Object({
  data: Type.Union([
    identifier('account'),
    identifier('access_token'),
    identifier('user'),
    identifier('sso_user'),
    identifier('organization'),
  ]),
});

/** An object whose keys nobody knows beforehand. */
export const anyObject = Type.Record(Type.String(), Type.Unknown());
