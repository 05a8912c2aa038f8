import { Type } from '@sinclair/typebox';
import { identifier, nullable } from '#http/document.ts';
import { nullableLinkage } from '#schema/linkage.ts';

const strict = { additionalProperties: false };

/** More than a sidebar ever shows, and what one request may move. */
export const MOST_NODES = 2_000;

export const position = Type.Integer({ minimum: 1, maximum: 100_000 });

export const newId = Type.Optional(Type.String({ maxLength: 60 }));

/** A list of ids, separated by commas. */
export const listTreeQuery = Type.Object({
  filter: Type.Optional(Type.Object({ ids: Type.String({ maxLength: 60_000 }) })),
});

export function childrenLinkages<Name extends string>(type: Name) {
  return Type.Object({
    data: Type.Array(Type.Object({ type: Type.Literal(type), id: Type.String({ maxLength: 60 }) }), {
      maxItems: MOST_NODES,
    }),
  });
}

/** Where each of these nodes is to stand. */
export function reorderTreeBody<Name extends string>(type: Name) {
  const place = Type.Object({
    type: Type.Literal(type),
    id: Type.String({ maxLength: 60 }),
    attributes: Type.Object({ position }, strict),
    relationships: Type.Object({ parent: nullableLinkage(type) }, strict),
  });
  return Type.Object({ data: Type.Array(place, { maxItems: MOST_NODES }) }, strict);
}

/** What every answer about a node says of its place. */
export function treeRelationships<Name extends string>(type: Name) {
  return {
    parent: Type.Object({ data: nullable(identifier(type)) }),
    children: Type.Object({ data: Type.Array(identifier(type)) }),
  };
}
