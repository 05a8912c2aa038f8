import { refusal } from '@recto/content/refusal';
import { sql } from 'kysely';
import type { Db } from '#db/database.ts';
import { UniqueViolation } from '#db/database-error.ts';
import { inTransaction } from '#db/transaction.ts';
import type { RequestContext } from '#http/context.ts';
import type { Decision } from './decision.ts';
import { type Outcome, saveStatement } from './save-statement.ts';

/**
 * Saves what was decided in one statement: records, history, indexes and events, all or nothing. It is
 * conditional on the schema and on the versions that the decision was made from: when somebody else was faster
 * nothing is saved.
 */
export async function saveChanges(context: RequestContext, decision: Decision, db: Db = context.db) {
  const changes = decision.changes.filter(({ before, after }) => before !== after);
  if (changes.length === 0 && !decision.shifts?.length) return;
  const outcome = await sendSave(context, { ...decision, changes }, db);
  if (!outcome?.is_schema_current) throw refusal('CONCURRENT_ENVIRONMENT_UPDATE');
  if (!outcome.is_saved) throw refusal(decision.conflict ?? 'CONCURRENT_ITEM_UPDATE');
}

async function sendSave(context: RequestContext, decision: Decision, db: Db): Promise<Outcome | undefined> {
  const statement = saveStatement(context, decision);
  try {
    if (decision.changes.length <= 1) return (await statement.execute(db)).rows[0];
    return await inTransaction(db, async (transaction) => {
      await preferIndexes(transaction);
      return (await statement.execute(transaction)).rows[0];
    });
  } catch (error) {
    throw isTakenId(error) ? takenId() : error;
  }
}

/** A statement is planned once and kept. For several records the plan is made from a guess about sizes, and made
 *  while tables are small it would read them whole for ever after. */
async function preferIndexes(db: Db): Promise<void> {
  await sql`select set_config('enable_seqscan', 'off', true)`.execute(db);
}

function isTakenId(error: unknown): boolean {
  return error instanceof UniqueViolation && error.table === 'item';
}

function takenId() {
  return refusal('INVALID_FIELD', { field: 'id', code: 'VALIDATION_UNIQUENESS' });
}
