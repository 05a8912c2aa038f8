import type { DocumentRules } from '@recto/content/item/document-rules';
import type { Item } from '@recto/content/item/item';
import { isSameJson } from '@recto/content/json';
import { sql } from 'kysely';
import { diffDerivedRows } from '#api/items/derived-rows.ts';
import type { StoredFacts } from '#api/items/facts.ts';
import type { Db } from '#db/database.ts';

export interface MigratedItem {
  before: Item;
  after: Item;
}

/** Derives the index rows of records anew where the next schema makes them others. Two records may hold the same
 *  value of a field that has only now become unique: the first keeps the row, the other is invalid. */
export async function rebuildIndexes(
  db: Db,
  environmentId: string,
  items: readonly MigratedItem[],
  { before, after }: { before: DocumentRules; after: DocumentRules },
): Promise<void> {
  await forgetTexts(db, environmentId, items);
  const different = items.filter(
    (item) => !isSameJson(indexRows([item.before], before), indexRows([item.after], after)),
  );
  if (different.length === 0) return;
  const ids = different.map((item) => item.after.id);
  for (const table of ['block', 'reference', 'unique_value']) {
    await sql`delete from ${sql.table(table)}
      where environment_id = ${environmentId} and item_id = any(${ids}::text[])`.execute(db);
  }
  const rows = indexRows(
    different.map((item) => item.after),
    after,
  );
  await insert(db, 'block', environmentId, rows.blocks);
  await insert(db, 'reference', environmentId, rows.references);
  await insert(db, 'unique_value', environmentId, rows.unique);
}

/** What search finds them by is derived again when somebody searches. */
async function forgetTexts(db: Db, environmentId: string, items: readonly MigratedItem[]): Promise<void> {
  await sql`delete from item_text
    where environment_id = ${environmentId} and item_id = any(${items.map(({ after }) => after.id)}::text[])`.execute(
    db,
  );
}

function indexRows(items: readonly Item[], rules: DocumentRules) {
  const changes = items.map((after) => ({ before: null, after, versions: [], events: [] }));
  const { blocks, references, unique } = diffDerivedRows(changes, rules, nothingHeld);
  return { blocks: blocks.put, references: references.put, unique: unique.put };
}

const nothingHeld: StoredFacts = {
  holderOf: () => undefined,
  seenBy: () => ({ item: () => undefined, upload: () => undefined, isTaken: () => false }),
};

async function insert(
  db: Db,
  table: 'block' | 'reference' | 'unique_value',
  environmentId: string,
  rows: readonly object[],
): Promise<void> {
  if (rows.length === 0) return;
  const records = JSON.stringify(rows.map((row) => ({ environment_id: environmentId, ...row })));
  await sql`
    insert into ${sql.table(table)}
    select * from jsonb_populate_recordset(null::${sql.table(table)}, ${records}::jsonb)
    on conflict do nothing`.execute(db);
}
