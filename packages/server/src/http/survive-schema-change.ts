import { Refusal, refusal } from '@recto/content/refusal';
import type { Db } from '#db/database.ts';
import type { Environment } from './context.ts';
import { Postponed } from './postpone-endpoint.ts';

/**
 * A request reads the schema in one statement and rows in another. When a model changes in between, values can
 * have a shape that the schema in hand does not know, and pure code stumbles. That is nobody's fault: a read is
 * done once more, a write is refused with a code that clients repeat by themselves.
 *
 * @param walk tells through `note` with which version of the environment it works
 */
export async function surviveSchemaChange<Result>(
  walk: (note: (environment: Environment) => void) => Promise<Result>,
  { isRead }: { isRead: boolean },
  db: Db,
): Promise<Result> {
  let seen: Environment | undefined;
  const attempt = () =>
    walk((environment) => {
      seen = environment;
    });
  try {
    return await attempt();
  } catch (error) {
    if (error instanceof Refusal || error instanceof Postponed) throw error;
    if (!seen || !(await hasMoved(db, seen))) throw error;
    if (isRead) return attempt();
    throw refusal('CONCURRENT_ENVIRONMENT_UPDATE');
  }
}

async function hasMoved(db: Db, { id, schemaVersion }: Environment): Promise<boolean> {
  const query = db.selectFrom('environment').select('schema_version').where('id', '=', id);
  const row = await query.executeTakeFirst();
  return row !== undefined && Number(row.schema_version) !== schemaVersion;
}
