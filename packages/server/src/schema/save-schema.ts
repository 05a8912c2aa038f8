import { allFieldsets } from '@recto/content/schema/edit-schema';
import type { Schema } from '@recto/content/schema/schema';
import { type Insertable, sql } from 'kysely';
import type { Db } from '#db/database.ts';
import type { Tables } from '#db/tables.ts';
import { rowFromField, rowFromFieldset, rowFromItemType } from './table.ts';

type SchemaTable = 'item_type' | 'field' | 'fieldset';
interface Part {
  id: string;
}

/** Writes what differs between two schemas, one statement for each kind of row. */
export async function saveSchema(
  db: Db,
  environmentId: string,
  { before, after, now }: { before: Schema; after: Schema; now: Date },
): Promise<void> {
  const scope = { environment_id: environmentId, created_at: now };
  const itemTypes = differences([...before.itemTypes.values()], [...after.itemTypes.values()]);
  const fields = differences([...before.fields.values()], [...after.fields.values()]);
  const fieldsets = differences(allFieldsets(before), allFieldsets(after));
  await remove(db, 'field', environmentId, fields.gone);
  await remove(db, 'fieldset', environmentId, fieldsets.gone);
  await remove(db, 'item_type', environmentId, itemTypes.gone);
  await upsert(
    db,
    'item_type',
    itemTypes.changed.map((part) => ({ ...scope, ...rowFromItemType(part) })),
  );
  await upsert(
    db,
    'fieldset',
    fieldsets.changed.map((part) => ({ environment_id: environmentId, ...rowFromFieldset(part) })),
  );
  await upsert(
    db,
    'field',
    fields.changed.map((part) => ({ ...scope, ...rowFromField(part) })),
  );
}

/** What did not change is the same object in both. */
function differences<P extends Part>(
  before: readonly P[],
  after: readonly P[],
): { gone: string[]; changed: P[] } {
  const old = new Set(before);
  const kept = new Set(after.map((part) => part.id));
  return {
    gone: before.filter((part) => !kept.has(part.id)).map((part) => part.id),
    changed: after.filter((part) => !old.has(part)),
  };
}

async function remove(
  db: Db,
  table: SchemaTable,
  environmentId: string,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  await sql`delete from ${sql.table(table)} where environment_id = ${environmentId} and id = any(${ids})`.execute(
    db,
  );
}

async function upsert(db: Db, table: SchemaTable, rows: readonly Record<string, unknown>[]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first).filter((name) => !['environment_id', 'id', 'created_at'].includes(name));
  await db
    .insertInto(table)
    .values(rows as unknown as Insertable<Tables[SchemaTable]>[])
    .onConflict((conflict) => conflict.columns(['environment_id', 'id']).doUpdateSet(() => excluded(columns)))
    .execute();
}

function excluded(columns: readonly string[]) {
  return Object.fromEntries(columns.map((name) => [name, sql.ref(`excluded.${name}`)]));
}
