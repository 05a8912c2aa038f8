import { newId } from '@recto/content/id';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase } from '#testing/test-database.ts';
import type { Database } from './database.ts';
import { ForeignKeyViolation, UniqueViolation, UnstorableText } from './database-error.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations.ts';

let database: Database;

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

function insertAccount(id: string, email: string) {
  const row = { id, email, password_hash: '-', created_at: new Date('2024-01-01T00:00:00.123Z') };
  return database.db.insertInto('account').values(row).execute();
}

describe('the database', () => {
  it('answers every column type the same way on both drivers', async () => {
    const { rows } =
      await sql`select 9007199254740991::int8 as big, 1.5::numeric as exact, '2024-02-03'::date as day,
      '2024-02-03 04:05:06.789+02'::timestamptz as moment, '{"a":[1,null]}'::jsonb as document,
      '\\x00ff'::bytea as bytes, array['a','b']::text[] as words, true as flag, null as nothing`.execute(
        database.db,
      );
    expect(rows).toEqual([
      {
        big: 9007199254740991,
        exact: 1.5,
        day: '2024-02-03',
        moment: new Date('2024-02-03T02:05:06.789Z'),
        document: { a: [1, null] },
        bytes: Buffer.from([0, 255]),
        words: ['a', 'b'],
        flag: true,
        nothing: null,
      },
    ]);
  });

  it('keeps a transaction whole while others ask', async () => {
    const id = newId();
    const failing = database.db.transaction().execute(async (transaction) => {
      const row = { id, email: `${id}@example.com`, password_hash: '-', created_at: new Date() };
      await transaction.insertInto('account').values(row).execute();
      throw new Error('second thoughts');
    });
    const asking = database.db.selectFrom('account').selectAll().where('id', '=', id).execute();
    await expect(failing).rejects.toThrow('second thoughts');
    expect(await asking).toEqual([]);
    expect(await database.db.selectFrom('account').selectAll().where('id', '=', id).execute()).toEqual([]);
  });

  it('says which key two rows wanted', async () => {
    const id = newId();
    await insertAccount(id, 'one@example.com');
    const error = await insertAccount(id, 'two@example.com').catch((reason) => reason);
    expect(error).toBeInstanceOf(UniqueViolation);
    expect(error).toMatchObject({ table: 'account', constraint: 'account_pkey' });
  });

  it('refuses a row that points nowhere, and text it cannot hold, in words of ours', async () => {
    const site = { id: newId(), name: 's', internal_subdomain: 's', owner_id: 'nobody', settings: '{}' };
    const orphan = database.db
      .insertInto('site')
      .values({ ...site, created_at: new Date() })
      .execute();
    await expect(orphan).rejects.toBeInstanceOf(ForeignKeyViolation);
    await expect(insertAccount(newId(), 'a\u0000b')).rejects.toBeInstanceOf(UnstorableText);
    const json = sql`select ${'{"a":"\\u0000"}'}::jsonb`.execute(database.db);
    await expect(json).rejects.toBeInstanceOf(UnstorableText);
  });

  it('goes on after a failed statement', async () => {
    await expect(sql`selec`.execute(database.db)).rejects.toThrow('syntax error');
    expect((await database.execute('select $1::int as one', [1])).rows).toEqual([{ one: 1 }]);
  });

  it('carries large values', async () => {
    const { rows } = await sql<{ length: number }>`select length(${'x'.repeat(5_000_000)}) as length`.execute(
      database.db,
    );
    expect(rows[0]?.length).toBe(5_000_000);
  });

  it('migrates once, also when asked twice at the same time', async () => {
    await Promise.all([migrate(database.db), migrate(database.db)]);
    const { rows } = await database.execute('select number from migration order by number', []);
    expect(rows).toEqual(migrations.map(({ number }) => ({ number })));
  });

  it('refuses to open what a newer version made', async () => {
    await expect(migrate(database.db, [])).rejects.toThrow('newer Recto');
  });
});
