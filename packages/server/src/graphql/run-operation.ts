import type { ExecutionResult, GraphQLFormattedError } from 'graphql';
import type { DeliveryContext } from './delivery-context.ts';
import type { DeliverySchema } from './delivery-schemas.ts';
import { prepareQuery, readVariables } from './prepare-query.ts';
import { presentExecutionError } from './present-errors.ts';
import type { Operation } from './read-operations.ts';

/** Never both, and never an empty list of errors: clients take the key for failure. */
export type OperationAnswer = { data: unknown } | { errors: readonly GraphQLFormattedError[] };

export async function runOperation(
  schema: DeliverySchema,
  operation: Operation,
  openContext: () => DeliveryContext,
  onUnforeseen: (error: Error) => string,
): Promise<OperationAnswer> {
  const prepared = prepareQuery(schema, operation);
  if ('errors' in prepared) return prepared;
  const variables = readVariables(schema, prepared, operation.variables);
  if ('errors' in variables) return variables;
  const result: ExecutionResult = await prepared.run(openContext(), variables.values);
  if (!result.errors?.length) return { data: result.data };
  return { errors: result.errors.map((error) => presentExecutionError(error, onUnforeseen)) };
}
