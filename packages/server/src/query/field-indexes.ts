import { createHash } from 'node:crypto';
import type { FieldRegistry } from '@recto/content/field-type';
import type { Field } from '@recto/content/schema/field';
import type { Schema } from '@recto/content/schema/schema';
import { type RawBuilder, sql } from 'kysely';
import type { Db } from '#db/database.ts';
import { UniqueViolation } from '#db/database-error.ts';
import { textAt } from './document-value.ts';
import { measureItems } from './measure-items.ts';

/** Every index is looked at when a record is saved and when a query is planned: with more of them, everything
 *  would pay for what few use. Counted over all projects. */
const MOST_INDEXES = 200;
const PREFIX = 'item_value_';

interface FieldIndex {
  name: string;
  create: RawBuilder<unknown>;
}

/**
 * Makes the indexes by which one record is found: on slugs, and on text that must be unique. Whoever reads an
 * environment for the first time asks for them; making what is there already costs one statement. Building one
 * keeps writers waiting, 100,000 records for about a second.
 */
export async function ensureFieldIndexes(db: Db, schema: Schema, registry: FieldRegistry): Promise<void> {
  const wanted = fieldIndexes(schema, registry);
  if (wanted.length === 0) return;
  const { rows } = await sql<{ name: string }>`select indexname as name from pg_indexes
    where tablename = 'item' and schemaname = current_schema() and starts_with(indexname, ${PREFIX})`.execute(
    db,
  );
  const made = new Set(rows.map(({ name }) => name));
  const missing = wanted
    .filter(({ name }) => !made.has(name))
    .slice(0, Math.max(0, MOST_INDEXES - made.size));
  for (const { create } of missing) await createOnce(db, create);
  if (missing.length > 0) await measureItems(db);
}

/** Another process made it in the same moment: then it is there. */
async function createOnce(db: Db, create: RawBuilder<unknown>): Promise<void> {
  try {
    await create.execute(db);
  } catch (error) {
    if (!(error instanceof UniqueViolation)) throw error;
  }
}

function fieldIndexes(schema: Schema, registry: FieldRegistry): FieldIndex[] {
  const indexes: FieldIndex[] = [];
  for (const { id, modularBlock } of schema.itemTypes.values()) {
    if (modularBlock) continue;
    for (const field of schema.fieldsOf(id)) {
      if (!findsOneRecord(field, registry)) continue;
      const locales = field.localized ? schema.settings.locales : [null];
      for (const locale of locales)
        indexes.push(indexOf(field, locale, 'published'), indexOf(field, locale, 'current'));
    }
  }
  return indexes;
}

/** Slugs are told by their filter, which has no other question than which record it is. */
function findsOneRecord({ fieldType, validators }: Field, registry: FieldRegistry): boolean {
  const { storedAs, delivery } = registry.types[fieldType];
  return delivery.filter === 'SlugFilter' || (validators.unique !== undefined && storedAs === 'text');
}

/** The expression is the one that conditions compile to, to the letter; records of other models are left out. */
function indexOf({ id }: Field, locale: string | null, version: 'published' | 'current'): FieldIndex {
  const key = createHash('sha256')
    .update(`${id} ${locale ?? ''} ${version}`)
    .digest('hex')
    .slice(0, 24);
  const name = `${PREFIX}${key}`;
  const value = sql`(${textAt(sql.raw(version), id, locale)} collate "C")`;
  return {
    name,
    create: sql`create index if not exists ${sql.id(name)} on item (environment_id, ${value}) where ${value} is not null`,
  };
}
