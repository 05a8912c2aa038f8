import type { ExecutionResult, GraphQLFormattedError, OperationDefinitionNode } from 'graphql';
import type { DeliveryContext } from './delivery-context.ts';
import type { QueryReads } from './response-cache/query-reads.ts';

/** A query that was read and found right for its schema, or what is wrong with it. */
export type PreparedQuery = { errors: readonly GraphQLFormattedError[] } | RunnableQuery;

export interface RunnableQuery {
  operation: OperationDefinitionNode;
  reads: QueryReads;
  /** Variables have been checked, here and below. */
  cost(variables: Variables['coerced']): number;
  run(context: DeliveryContext, variables: Variables): Promise<ExecutionResult> | ExecutionResult;
}

/** As the caller sent them, and as their types read them. */
export interface Variables {
  given: Record<string, unknown>;
  coerced: Record<string, unknown>;
}
