import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { expect, it } from 'vitest';
import { EmbeddedStream } from './embedded-stream.ts';
import { unpackPreparedDatabase } from './prepared-database.ts';

it('asks for a sync of the log when something was written, and not when something was read', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'recto-stream-'));
  await unpackPreparedDatabase(join(folder, 'database'));
  const stream = new EmbeddedStream(join(folder, 'database'));
  const client = new pg.Client({ stream: () => stream as never, user: 'postgres', database: 'postgres' });
  await client.connect();
  await client.query('create table note (text text)');

  const countSyncs = async (text: string) => {
    const before = stream.walSync.additions;
    await client.query(text);
    return stream.walSync.additions - before;
  };
  expect(await countSyncs('select * from note')).toBe(0);
  expect(await countSyncs(`insert into note values ('a')`)).toBe(1);
  expect(await countSyncs('begin')).toBe(0);
  expect(await countSyncs(`insert into note values ('b')`)).toBe(0);
  expect(await countSyncs('commit')).toBe(1);

  await client.end();
  await rm(folder, { recursive: true });
});
