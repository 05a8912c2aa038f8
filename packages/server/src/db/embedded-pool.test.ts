import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DatabaseUnavailable } from './database-error.ts';
import { EmbeddedPool } from './embedded-pool.ts';
import { executeAlone } from './execute-alone.ts';
import { unpackPreparedDatabase } from './prepared-database.ts';

const ENDLESS = 'select count(*) from generate_series(1, 10000000000)';

let folder: string;
let pool: EmbeddedPool;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'recto-pool-'));
  await unpackPreparedDatabase(join(folder, 'database'));
  pool = new EmbeddedPool(join(folder, 'database'));
  await ask('create table note (text text)');
});
afterEach(async () => {
  await pool.end();
  await rm(folder, { recursive: true });
});

/** From now on no statement may take longer. */
async function limitStatements(milliseconds: number): Promise<void> {
  await pool.end();
  pool = new EmbeddedPool(join(folder, 'database'), milliseconds);
}

function ask(text: string, parameters: unknown[] = []) {
  return executeAlone(() => pool.connect(), text, parameters);
}

describe('the one connection of the embedded database', () => {
  it('is really written through to the disk', async () => {
    const { rows } = await ask(`select current_setting('fsync') as fsync`);
    expect(rows).toEqual([{ fsync: 'on' }]);
  });

  it('is opened again after a statement that would not end', async () => {
    await ask(`insert into note values ('kept')`);
    await limitStatements(5_000);
    await expect(ask(ENDLESS)).rejects.toBeInstanceOf(DatabaseUnavailable);
    expect((await ask('select text from note')).rows).toEqual([{ text: 'kept' }]);
  });

  it('does not go on with a transaction that it lost', async () => {
    await limitStatements(5_000);
    const client = await pool.connect();
    await client.query('begin', []);
    await client.query(`insert into note values ('lost')`, []);
    await expect(client.query(ENDLESS, [])).rejects.toBeInstanceOf(DatabaseUnavailable);
    const rest = client.query(`insert into note values ('half')`, []);
    await expect(rest).rejects.toBeInstanceOf(DatabaseUnavailable);
    client.release();
    expect((await ask('select text from note')).rows).toEqual([]);
  });

  it('survives that its log files are used again and again', async () => {
    for (let round = 0; round < 4; round += 1) {
      await ask(`insert into note select repeat(md5(n::text), 30) from generate_series(1, 4000) n`);
      await ask('checkpoint');
    }
    expect((await ask('select count(*)::int as count from note')).rows).toEqual([{ count: 16_000 }]);
  });

  it('goes to whoever asked first', async () => {
    const client = await pool.connect();
    const order: string[] = [];
    const waiting = ['first', 'second'].map((name) => ask('select 1').then(() => order.push(name)));
    client.release();
    await Promise.all(waiting);
    expect(order).toEqual(['first', 'second']);
  });
});
