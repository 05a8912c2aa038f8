import { buildSchema } from '@recto/content/schema/schema';
import { fieldRegistry } from '@recto/fields/registry';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '#db/database.ts';
import { openTestDatabase } from '#testing/test-database.ts';
import { compileCondition } from './compile-condition.ts';
import { ensureFieldIndexes } from './field-indexes.ts';
import { field, insertDocuments } from './testing.ts';

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const own = { itemTypeId: 'model', label: '', localized: false, position: 1 };
const schema = buildSchema({
  version: 1,
  settings: { locales: ['en', 'it'], timeZone: 'UTC', millisecondsInDatetime: false },
  itemTypes: [{ id: 'model', modularBlock: false }],
  fields: [
    { ...own, id: 'S', apiKey: 'slug', fieldType: 'slug', validators: {} },
    { ...own, id: 'L', apiKey: 'path', fieldType: 'slug', validators: {}, localized: true },
    { ...own, id: 'U', apiKey: 'code', fieldType: 'string', validators: { unique: {} } },
    { ...own, id: 'T', apiKey: 'title', fieldType: 'string', validators: {} },
  ],
  fieldsets: [],
  workflows: [],
} as unknown as Parameters<typeof buildSchema>[0]); // no more of models and fields than indexes depend on

async function indexNames(): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select indexname as name from pg_indexes where starts_with(indexname, 'item_value_')`.execute(
    database.db,
  );
  return rows.map(({ name }) => name);
}

describe('indexes on values', () => {
  it('are made once, for slugs and unique text, in both versions and every locale', async () => {
    await ensureFieldIndexes(database.db, schema, fieldRegistry);
    const made = await indexNames();
    expect(made).toHaveLength(8);
    await Promise.all([1, 2].map(() => ensureFieldIndexes(database.db, schema, fieldRegistry)));
    expect(await indexNames()).toEqual(made);
  });

  it('serve the conditions that look for one record', async () => {
    const documents = Array.from({ length: 40 }, (_, index) => ({ S: `s${index}`, L: { it: `p${index}` } }));
    const target = await insertDocuments(database, documents);
    const planOf = async (fieldId: string, locale: string | null, value: string) => {
      const operand = field(fieldId, 'text', locale);
      const condition = compileCondition({ kind: 'compare', operand, operator: 'eq', value }, target);
      return database.db.transaction().execute(async (db) => {
        await sql`set local enable_seqscan = off`.execute(db);
        const { rows } = await sql<Record<string, string>>`explain select * from item i
          where i.environment_id = ${target.environmentId} and ${condition}`.execute(db);
        return rows.map((row) => row['QUERY PLAN']).join('\n');
      });
    };
    expect(await planOf('S', null, 's7')).toContain('item_value_');
    expect(await planOf('L', 'it', 'p7')).toContain('item_value_');
  });
});
