import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
} from 'graphql';
import { type Query, selectionsCost } from './selections-cost.ts';

type Values = Readonly<Record<string, unknown>>;

/** What an operation costs with these values of its variables: known before anything of it runs. */
export function queryCost(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): (variables: Values) => number {
  const fragments = fragmentsOf(document);
  const root = schema.getQueryType();
  let known: number | undefined;
  return (variables) => {
    if (known !== undefined || !root) return known ?? 0;
    let isFixed = true;
    const variable = (name: string) => {
      isFixed = false;
      return variables[name];
    };
    const query: Query = { schema, fragments, variable };
    const cost = Math.min(selectionsCost(root, [operation.selectionSet], query), Number.MAX_SAFE_INTEGER);
    if (isFixed) known = cost;
    return cost;
  };
}

function fragmentsOf(document: DocumentNode): ReadonlyMap<string, FragmentDefinitionNode> {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  return fragments;
}
