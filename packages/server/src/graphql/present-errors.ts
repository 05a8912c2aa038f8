import type { ASTNode, GraphQLError, GraphQLFormattedError } from 'graphql';
import { errorFacts } from './error-facts.ts';
import type { NodePlace } from './node-places.ts';

/*
 * Errors of a query look as those of the service this API comes from: `path` begins with the operation, and
 * `extensions` has a code with the names concerned. Pages and scripts show them; some look at the code.
 */

export function presentSyntaxError({ message, locations }: GraphQLError): GraphQLFormattedError {
  const text = message.replace(/^Syntax Error: /, 'Parse error: ');
  return { message: text, ...(locations ? { locations } : {}), extensions: { code: 'parseError' } };
}

export function presentValidationError(
  error: GraphQLError,
  rule: string | undefined,
  placeOf: (node: ASTNode) => NodePlace,
): GraphQLFormattedError {
  const node = error.nodes?.[0];
  const facts = node && rule ? errorFacts(rule, error, node, placeOf) : undefined;
  const message = facts?.message ?? error.message;
  return {
    message,
    locations: error.locations ?? [],
    path: node ? placeOf(node).path : [],
    extensions: { code: facts?.code ?? 'invalid', ...facts?.details },
  };
}

export function presentVariableError(error: GraphQLError): GraphQLFormattedError {
  return {
    message: error.message.replace(/^Variable "(\$\w+)" got/, 'Variable $1 got').replaceAll('"', "'"),
    locations: error.locations ?? [],
    extensions: { code: 'variableInvalid' },
  };
}

export function noSuchOperation(name: string | null): GraphQLFormattedError {
  const message = name === null ? 'An operation name is required' : `No operation named "${name}"`;
  return { message, extensions: { code: 'operationNotFound' } };
}

/** Nothing but a message: scripts compare it. */
export function tooComplex(complexity: number, most: number): GraphQLFormattedError {
  return { message: `Query has complexity of ${complexity}, which exceeds max complexity of ${most}` };
}

/** Content is written through the Content Management API. */
export function readOnly(kind: string): GraphQLFormattedError {
  return {
    message: `Schema is not configured for ${kind}s`,
    extensions: { code: 'missingOperationConfiguration' },
  };
}

/** What a caller's query can bring about: a filter that makes no sense, text that no database holds. */
const OURS = new Set(['GraphQLError', 'Refusal', 'UnusablePattern', 'UnstorableText']);

/** Under strict mode a required link may lead to a record that is not valid, a required text may lack a locale. */
const BROKEN_PROMISE = /^Cannot return null for non-nullable field /;

/** What a resolver said; what it did not mean to say stays with us. */
export function presentExecutionError(
  error: GraphQLError,
  onUnforeseen: (error: Error) => string,
): GraphQLFormattedError {
  const { originalError } = error;
  // A compiled query's errors may have none.
  const extensions = error.extensions ?? {};
  const isOurs = !originalError || OURS.has(originalError.name) || BROKEN_PROMISE.test(error.message);
  const message = isOurs ? error.message : onUnforeseen(originalError);
  return {
    message,
    locations: error.locations ?? [],
    path: ['query', ...(error.path ?? []).map(String)],
    ...(isOurs && Object.keys(extensions).length > 0 ? { extensions } : {}),
  };
}
