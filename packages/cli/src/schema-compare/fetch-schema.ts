import {
  buildClientSchema,
  type GraphQLSchema,
  getIntrospectionQuery,
  type IntrospectionQuery,
} from 'graphql';
import type { ProjectSketch } from './project-sketch.ts';

/** Our schema as a tool would read it, in the mode in which the other one was printed. */
export async function fetchSchema(
  url: string,
  token: string,
  { strict, version }: Pick<ProjectSketch, 'strict' | 'version'>,
): Promise<GraphQLSchema> {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${token}`,
      'Content-Type': 'application/json',
      ...(strict && { 'X-Exclude-Invalid': 'true' }),
      ...(version === 'current' && { 'X-Include-Drafts': 'true' }),
    },
    body: JSON.stringify({ query: getIntrospectionQuery({ inputValueDeprecation: true }) }),
  });
  const answer = (await response.json()) as { data?: IntrospectionQuery };
  if (!answer.data) throw new Error(`${url} answered ${response.status}: ${JSON.stringify(answer)}`);
  return buildClientSchema(answer.data, { assumeValid: true });
}
