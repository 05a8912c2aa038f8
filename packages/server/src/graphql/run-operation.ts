import type { ExecutionResult, GraphQLFormattedError } from 'graphql';
import type { Delivery } from './open-delivery.ts';
import { prepareQuery, readVariables } from './prepare-query.ts';
import { presentExecutionError, tooComplex } from './present-errors.ts';
import type { Operation } from './read-operations.ts';

/** Never both, and never an empty list of errors: clients take the key for failure. */
export type OperationAnswer = { data: unknown } | { errors: readonly GraphQLFormattedError[] };

/** An answer and what it cost, once that is known. */
export interface OperationRun {
  answer: OperationAnswer;
  complexity: number | null;
  /** What the answer was read from, where somebody wants to know. */
  tags: readonly string[];
  /** Whether the models became others meanwhile, so that the answer may say what never was. */
  isTorn: boolean;
}

export interface RunOptions {
  maxComplexity: number;
  /** What this process had written when the request came, where it alone writes. */
  writes: number | undefined;
  /** Whether somebody wants to know what the answer was read from. */
  isTagged: boolean;
  onUnforeseen(error: Error): string;
}

/** A query that cannot be read depends on the schema alone. */
const NOTHING = { readsDraftMetas: false, readsPositions: false };

export async function runOperation(
  delivery: Delivery,
  operation: Operation,
  { maxComplexity, writes, isTagged, onUnforeseen }: RunOptions,
): Promise<OperationRun> {
  const { schema } = delivery;
  const prepared = prepareQuery(schema, operation);
  const reads = isTagged ? delivery.openReads('reads' in prepared ? prepared.reads : NOTHING) : undefined;
  const refused = (answer: OperationAnswer, complexity: number | null = null) => ({
    answer,
    complexity,
    tags: reads?.tags() ?? [],
    isTorn: false,
  });
  if ('errors' in prepared) return refused(prepared);
  const variables = readVariables(schema, prepared, operation.variables);
  if ('errors' in variables) return refused(variables);
  const complexity = prepared.cost(variables.values.coerced);
  if (complexity > maxComplexity) {
    return refused({ errors: [tooComplex(complexity, maxComplexity)] }, complexity);
  }
  const context = delivery.openContext({ reads, writes });
  const result: ExecutionResult = await prepared.run(context, variables.values);
  const isTorn = await context.hasLeftSchema({ hasFailed: result.errors !== undefined });
  const answer = result.errors?.length
    ? { errors: result.errors.map((error) => presentExecutionError(error, isTorn ? () => '' : onUnforeseen)) }
    : { data: result.data };
  return { answer, complexity, tags: reads?.tags() ?? [], isTorn };
}
