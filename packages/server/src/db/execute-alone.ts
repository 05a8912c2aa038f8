import type { PostgresPoolClient } from 'kysely';

/** Runs a text of one or several statements on a connection of its own. A text that begins a transaction and
 *  fails half way must not leave the connection to the next one in that state. */
export async function executeAlone(
  connect: () => Promise<PostgresPoolClient>,
  text: string,
  parameters: readonly unknown[],
): Promise<{ rows: unknown[] }> {
  const client = await connect();
  try {
    return await client.query<unknown>(text, parameters);
  } catch (error) {
    await client.query('rollback', []).catch(() => {}); // where the connection is lost, so is the transaction
    throw error;
  } finally {
    client.release();
  }
}
