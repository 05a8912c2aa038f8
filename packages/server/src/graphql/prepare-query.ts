import { createHash } from 'node:crypto';
import {
  type DocumentNode,
  execute,
  type GraphQLError,
  type GraphQLFormattedError,
  getOperationAST,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
  parse,
} from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import { bracketDepth } from './bracket-depth.ts';
import { queryCost } from './complexity/query-cost.ts';
import type { DeliverySchema } from './delivery-schemas.ts';
import type { PreparedQuery, RunnableQuery, Variables } from './prepared-query.ts';
import { noSuchOperation, presentSyntaxError, presentVariableError, readOnly } from './present-errors.ts';
import { measureQuery } from './query-size.ts';
import type { Operation } from './read-operations.ts';
import { queryReads } from './response-cache/query-reads.ts';
import { untypeVariables } from './untype-variables.ts';
import { validateQuery } from './validate-query.ts';

/** Tokens of the largest query. To read and check so many takes some 80 ms, and nobody else is answered meanwhile. */
const MOST_TOKENS = 30_000;
const DEEPEST_BRACKETS = 250;
const tooDeep = {
  message: 'Query is too large: its brackets are nested too deeply',
  extensions: { code: 'maxSize' },
};
/** With fragments written out. Compiling takes time and memory by the field; larger queries are interpreted. */
const MOST_COMPILED_FIELDS = 5_000;

/** Reads and checks a query once per schema, and compiles it when it comes a second time. */
export function prepareQuery(schema: DeliverySchema, { query, operationName }: Operation): PreparedQuery {
  const name = createHash('sha256')
    .update(`${operationName ?? ''}\n${query}`)
    .digest('base64');
  const known = schema.queries.get(name);
  if (known) return known;
  const prepared = readQuery(schema, query, operationName);
  schema.queries.set(name, prepared);
  return prepared;
}

/** The variables as the operation declares them, or what is wrong with them. */
export function readVariables(
  { graphql }: DeliverySchema,
  { operation }: RunnableQuery,
  given: Record<string, unknown>,
): { values: Variables } | { errors: readonly GraphQLFormattedError[] } {
  const declared = operation.variableDefinitions ?? [];
  if (declared.length === 0) return { values: { given: {}, coerced: {} } };
  const { errors, coerced } = getVariableValues(graphql, declared, given, { maxErrors: 20 });
  return errors ? { errors: errors.map(presentVariableError) } : { values: { given, coerced } };
}

function readQuery(schema: DeliverySchema, query: string, operationName: string | null): PreparedQuery {
  if (bracketDepth(query) > DEEPEST_BRACKETS) return { errors: [tooDeep] };
  let document: DocumentNode;
  try {
    document = parse(query, { maxTokens: MOST_TOKENS });
  } catch (error) {
    return { errors: [presentSyntaxError(error as GraphQLError)] }; // a parser throws nothing else
  }
  const size = measureQuery(document);
  if ('error' in size) return { errors: [size.error] };
  const errors = validateQuery(schema.graphql, document);
  if (errors.length > 0) return { errors };
  const operation = getOperationAST(document, operationName);
  if (!operation) return { errors: [noSuchOperation(operationName)] };
  if (operation.operation !== 'query') return { errors: [readOnly(operation.operation)] };
  const isWorthCompiling = size.fields <= MOST_COMPILED_FIELDS;
  return runnable(schema, only(document, operation), operation, isWorthCompiling);
}

/** Without the document's other operations, which the compiler would compile. */
function only(document: DocumentNode, operation: OperationDefinitionNode): DocumentNode {
  const definitions = document.definitions.filter(
    (definition) => definition === operation || definition.kind === Kind.FRAGMENT_DEFINITION,
  );
  return { ...document, definitions };
}

function runnable(
  { graphql }: DeliverySchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  isWorthCompiling: boolean,
): RunnableQuery {
  let runs = 0;
  let compiled: CompiledQuery | undefined;
  return {
    operation,
    reads: queryReads(document),
    cost: queryCost(graphql, document, operation),
    run(contextValue, { given, coerced }) {
      runs += 1;
      if (runs === 2 && isWorthCompiling) compiled = compile(graphql, document);
      if (compiled) return compiled.query({}, contextValue, coerced);
      return execute({ schema: graphql, document, rootValue: {}, contextValue, variableValues: given });
    },
  };
}

/** No serializer of its own (`customJSONSerializer`): that one drops fields where two types share a response key. */
function compile(schema: DeliverySchema['graphql'], document: DocumentNode): CompiledQuery | undefined {
  const compiled = compileQuery(schema, untypeVariables(document), '');
  return isCompiledQuery(compiled) ? compiled : undefined;
}
