import type { ItemChange } from '@recto/content/item/item-change';
import { refusal } from '@recto/content/refusal';
import { sql } from 'kysely';
import type { Db } from '#db/database.ts';
import { UniqueViolation } from '#db/database-error.ts';
import { inTransaction } from '#db/transaction.ts';
import type { RequestContext } from '#http/context.ts';
import type { Decision } from './decision.ts';
import { type DerivedRowChanges, diffDerivedRows } from './derived-rows.ts';
import { FactsChanged } from './facts-changed.ts';
import { type Outcome, saveStatement } from './save-statement.ts';

/**
 * Saves what was decided in one statement: records, history, indexes and events, all or nothing. It is
 * conditional on the schema and on the versions that the decision was made from: when somebody else was faster
 * nothing is saved. The same goes for what was only remembered: who saves, and facts about other records.
 */
export async function saveChanges(context: RequestContext, decision: Decision, db: Db = context.db) {
  const changes = decision.changes.filter(({ before, after }) => before !== after);
  if (changes.length === 0 && !decision.shifts?.length) return;
  refuseWhileModelChanges(context, changes);
  const outcome = await sendSave(context, { ...decision, changes }, db);
  if (context.confirmation?.isGiven === false) context.confirmation.compare(outcome?.caller);
  if (!outcome?.is_schema_current) throw refusal('CONCURRENT_ENVIRONMENT_UPDATE');
  if (outcome.is_saved) return;
  throw decision.facts.assumed ? new FactsChanged() : refusal(decision.conflict ?? 'CONCURRENT_ITEM_UPDATE');
}

/** Records of a model whose change is under way belong to the job that carries them along. */
export function refuseWhileModelChanges({ schema }: RequestContext, changes: readonly ItemChange[]): void {
  const locked = schema.change?.itemTypeIds;
  if (!locked) return;
  const item = changes
    .map(({ before, after }) => before ?? after)
    .find((each) => each && locked.has(each.itemTypeId));
  if (item) throw refusal('BATCH_DATA_VALIDATION_IN_PROGRESS', { item_type: item.itemTypeId });
}

async function sendSave(context: RequestContext, decision: Decision, db: Db): Promise<Outcome | undefined> {
  const derived = diffDerivedRows(decision.changes, context, decision.facts);
  const statement = saveStatement(context, decision, derived);
  try {
    if (decision.changes.length <= 1) return (await statement.execute(db)).rows[0];
    return await inTransaction(db, async (transaction) => {
      await preferIndexes(transaction);
      return (await statement.execute(transaction)).rows[0];
    });
  } catch (error) {
    if (!(error instanceof UniqueViolation)) throw error;
    throw decision.facts.assumed ? new FactsChanged() : takenBySomebody(error, context, derived);
  }
}

/** A statement is planned once and kept. For several records the plan is made from a guess about sizes, and made
 *  while tables are small it would read them whole for ever after. */
async function preferIndexes(db: Db): Promise<void> {
  await sql`select set_config('enable_seqscan', 'off', true)`.execute(db);
}

/** Somebody else was faster than the facts that were looked up: the index says which value it was. */
function takenBySomebody(
  violation: UniqueViolation,
  { schema }: RequestContext,
  { unique }: DerivedRowChanges,
): Error {
  const code = 'VALIDATION_UNIQUENESS';
  if (violation.table === 'item') return refusal('INVALID_FIELD', { field: 'id', code });
  const detail = (violation.cause as { detail?: string } | undefined)?.detail ?? '';
  const row = unique.put.find(({ value_hash }) => detail.includes(value_hash));
  const field = row && schema.fields.get(row.field_id);
  if (!field) return violation;
  const locale = row.locale === '' ? {} : { locale: row.locale };
  return refusal('INVALID_FIELD', { field: field.apiKey, field_id: field.id, code, ...locale });
}
