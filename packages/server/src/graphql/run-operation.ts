import type { ExecutionResult, GraphQLFormattedError } from 'graphql';
import type { DeliveryContext } from './delivery-context.ts';
import type { DeliverySchema } from './delivery-schemas.ts';
import { prepareQuery, readVariables } from './prepare-query.ts';
import { presentExecutionError, tooComplex } from './present-errors.ts';
import type { Operation } from './read-operations.ts';

/** Never both, and never an empty list of errors: clients take the key for failure. */
export type OperationAnswer = { data: unknown } | { errors: readonly GraphQLFormattedError[] };

/** An answer and what it cost, once that is known. */
export interface OperationRun {
  answer: OperationAnswer;
  complexity: number | null;
}

interface RunOptions {
  maxComplexity: number;
  openContext(): DeliveryContext;
  onUnforeseen(error: Error): string;
}

export async function runOperation(
  schema: DeliverySchema,
  operation: Operation,
  { maxComplexity, openContext, onUnforeseen }: RunOptions,
): Promise<OperationRun> {
  const prepared = prepareQuery(schema, operation);
  if ('errors' in prepared) return { answer: prepared, complexity: null };
  const variables = readVariables(schema, prepared, operation.variables);
  if ('errors' in variables) return { answer: variables, complexity: null };
  const complexity = prepared.cost(variables.values.coerced);
  if (complexity > maxComplexity) {
    return { answer: { errors: [tooComplex(complexity, maxComplexity)] }, complexity };
  }
  const result: ExecutionResult = await prepared.run(openContext(), variables.values);
  const answer = result.errors?.length
    ? { errors: result.errors.map((error) => presentExecutionError(error, onUnforeseen)) }
    : { data: result.data };
  return { answer, complexity };
}
