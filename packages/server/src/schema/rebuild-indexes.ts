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
  await forgetTexts(
    db,
    environmentId,
    items.map((item) => item.after.id),
  );
  const different = items.filter(
    (item) => !isSameJson(indexRows([item.before], before), indexRows([item.after], after)),
  );
  await replaceIndexes(
    db,
    environmentId,
    different.map((item) => item.after),
    after,
  );
}

/** The same for records whose older shape nobody knows any more: they are compared with the rows that are there. */
export async function repairIndexes(
  db: Db,
  environmentId: string,
  items: readonly Item[],
  rules: DocumentRules,
): Promise<void> {
  if (items.length === 0) return;
  const stored = await readIndexRows(
    db,
    environmentId,
    items.map(({ id }) => id),
  );
  const different = items.filter((item) => {
    const wanted = indexKeys(indexRows([item], rules));
    const found = stored.get(item.id) ?? [];
    return wanted.length !== found.length || !isSameJson(wanted.sort(), found.sort());
  });
  await replaceIndexes(db, environmentId, different, rules);
}

async function replaceIndexes(
  db: Db,
  environmentId: string,
  items: readonly Item[],
  rules: DocumentRules,
): Promise<void> {
  if (items.length === 0) return;
  const ids = items.map(({ id }) => id);
  for (const table of ['block', 'reference', 'unique_value']) {
    await sql`delete from ${sql.table(table)}
      where environment_id = ${environmentId} and item_id = any(${ids}::text[])`.execute(db);
  }
  const rows = indexRows(items, rules);
  await insert(db, 'block', environmentId, rows.blocks);
  await insert(db, 'reference', environmentId, rows.references);
  await insert(db, 'unique_value', environmentId, rows.unique);
}

/** What search finds them by is derived again when somebody searches. */
export async function forgetTexts(db: Db, environmentId: string, itemIds: readonly string[]): Promise<void> {
  await sql`delete from item_text
    where environment_id = ${environmentId} and item_id = any(${[...itemIds]}::text[])`.execute(db);
}

/** By record, each row as one text. */
async function readIndexRows(
  db: Db,
  environmentId: string,
  itemIds: readonly string[],
): Promise<Map<string, string[]>> {
  const rowsOf = (table: string) => sql`(select json_agg(r) from unnest(${[...itemIds]}::text[]) as w(id)
    cross join lateral (select * from ${sql.table(table)}
      where environment_id = ${environmentId} and item_id = w.id offset 0) as r)`;
  const { rows } = await sql<Record<'blocks' | 'references' | 'unique', { item_id: string }[] | null>>`
    select ${rowsOf('block')} as blocks, ${rowsOf('reference')} as references,
      ${rowsOf('unique_value')} as unique`.execute(db);
  const byItem = new Map<string, string[]>();
  for (const [kind, found] of Object.entries(rows[0] ?? {})) {
    for (const row of found ?? []) {
      byItem.set(row.item_id, [...(byItem.get(row.item_id) ?? []), keyOf(kind, row)]);
    }
  }
  return byItem;
}

function indexKeys(rows: ReturnType<typeof indexRows>): string[] {
  return Object.entries(rows).flatMap(([kind, list]) => list.map((row) => keyOf(kind, row)));
}

/** Whatever order the columns come in. */
function keyOf(kind: string, row: object): string {
  const columns = Object.entries(row).filter(([name]) => name !== 'environment_id');
  return JSON.stringify([kind, ...columns.sort(([a], [b]) => (a < b ? -1 : 1))]);
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
