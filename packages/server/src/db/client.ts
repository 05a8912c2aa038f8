import type pg from 'pg';
import { translateDatabaseError } from './database-error.ts';
import { preparedName } from './prepared-statements.ts';

export interface QueryAnswer {
  command: 'UPDATE' | 'DELETE' | 'INSERT' | 'SELECT' | 'MERGE';
  rowCount: number;
  // biome-ignore lint/suspicious/noExplicitAny: the shape Kysely asks of a driver
  rows: any[];
}

/** Sends one statement. The only place that calls the driver: errors leave it in our words. */
export async function query(
  client: pg.ClientBase,
  text: string,
  parameters: readonly unknown[],
): Promise<QueryAnswer> {
  const name = parameters.length > 0 ? preparedName(text) : undefined;
  try {
    const values = parameters as unknown[];
    const answer = await client.query(name === undefined ? { text, values } : { name, text, values });
    return answer as unknown as QueryAnswer;
  } catch (error) {
    throw translateDatabaseError(error);
  }
}
