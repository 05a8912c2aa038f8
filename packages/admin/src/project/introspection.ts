import type { IntrospectionQuery } from 'graphql';

/** The question of https://spec.graphql.org/October2021/#sec-Schema-Introspection, as deep as lists of non-null
 *  lists of non-null items go. */
export const INTROSPECTION_QUERY = `query Introspection {
  __schema {
    queryType { name }
    mutationType { name }
    subscriptionType { name }
    types {
      kind name description
      fields(includeDeprecated: true) {
        name description isDeprecated deprecationReason
        args { ...Input }
        type { ...Reference }
      }
      inputFields { ...Input }
      interfaces { ...Reference }
      enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason }
      possibleTypes { ...Reference }
    }
    directives { name description locations args { ...Input } }
  }
}
fragment Input on __InputValue { name description defaultValue type { ...Reference } }
fragment Reference on __Type {
  kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name } } } } }
}`;

export type Introspection = IntrospectionQuery;

/** The answer's text → the schema, or why there is none. */
export function readIntrospection(text: string): Introspection {
  const answer: { data?: Introspection; errors?: { message: string }[] } = JSON.parse(text);
  if (answer.data?.__schema === undefined) throw new Error(answer.errors?.[0]?.message ?? text.slice(0, 200));
  return answer.data;
}
