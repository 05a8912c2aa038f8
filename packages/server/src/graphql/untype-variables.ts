import { type DocumentNode, Kind, type TypeNode, visit } from 'graphql';

/** A scalar that takes any value as it is, and that every delivery schema has. */
const ANY_VALUE: TypeNode = { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: 'CustomData' } };

/**
 * The same document for graphql-jit, with variables that it does not look into. Its compiler writes out the
 * checks of an input type in place, and a filter, which holds itself under `AND` and `OR`, makes it write until
 * memory is gone: any caller could stop the server with `query ($f: PostModelFilter)`. So values are coerced by
 * `getVariableValues` of graphql-js against the real types, and what comes out goes in here.
 */
export function untypeVariables(document: DocumentNode): DocumentNode {
  return visit(document, {
    VariableDefinition: ({ defaultValue: _default, ...definition }) => ({ ...definition, type: ANY_VALUE }),
    // Nothing further inside refers to the types of variables.
    SelectionSet: () => false,
  });
}
