import { type TSchema, Type } from '@sinclair/typebox';

/** `{ data: { type, id } }` of JSON:API, where the entity must be of one kind. Keys that a spread entity brings
 *  along are let through. */
export function linkage<Name extends string>(type: Name) {
  return Type.Object({ data: Type.Object({ type: Type.Literal(type), id: Type.String({ maxLength: 60 }) }) });
}

export function nullableLinkage<Name extends string>(type: Name) {
  return Type.Object({
    data: Type.Union([
      Type.Null(),
      Type.Object({ type: Type.Literal(type), id: Type.String({ maxLength: 60 }) }),
    ]),
  });
}

export function nullable<Schema extends TSchema>(schema: Schema) {
  return Type.Union([Type.Null(), schema]);
}

/** Names and labels. */
export const shortText = Type.String({ maxLength: 255 });
/** Hints. */
export const longText = Type.String({ maxLength: 5_000 });
export const apiKey = Type.String({ maxLength: 100 });

/** The wire form of a link to one entity, or of none. */
export function presentLinkage(type: string, id: string | null) {
  return { data: id === null ? null : { type, id } };
}

export function presentLinkages(type: string, entities: readonly { id: string }[]) {
  return { data: entities.map(({ id }) => ({ type, id })) };
}

/** The other way: the id that a body links to; undefined where it says nothing. */
export function idOf(relationship: { data: { id: string } | null } | undefined): string | null | undefined {
  return relationship && (relationship.data?.id ?? null);
}
