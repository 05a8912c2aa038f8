import { type DocumentNode, type GraphQLFormattedError, Kind, type SelectionSetNode } from 'graphql';

/** Levels of braces within one definition, and of fragments within fragments. */
const DEEPEST = 60;

/** Refuses what would exhaust the stack of whoever walks the query, before anything walks it. Loops among
 *  fragments are for validation to name. */
export function deepQuery(document: DocumentNode): GraphQLFormattedError | undefined {
  const sets: [SelectionSetNode, number][] = document.definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION || definition.kind === Kind.FRAGMENT_DEFINITION
      ? [[definition.selectionSet, 1]]
      : [],
  );
  for (let next = sets.pop(); next; next = sets.pop()) {
    const [set, depth] = next;
    if (depth > DEEPEST) {
      return {
        message: `Query is nested more than ${DEEPEST} levels deep`,
        extensions: { code: 'maxDepth' },
      };
    }
    for (const selection of set.selections) {
      if (selection.kind !== Kind.FRAGMENT_SPREAD && selection.selectionSet) {
        sets.push([selection.selectionSet, depth + 1]);
      }
    }
  }
  return undefined;
}
