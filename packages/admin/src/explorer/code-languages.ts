import { json } from '@codemirror/lang-json';
import type { Extension } from '@codemirror/state';
import { graphql } from 'cm6-graphql';
import type { GraphQLSchema } from 'graphql';

/** Completion, marks at mistakes and hints, all from the project's own schema. */
export function graphqlLanguage(schema: GraphQLSchema): Extension {
  return graphql(schema);
}

export function jsonLanguage(): Extension {
  return json();
}
