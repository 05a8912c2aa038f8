import { sql } from 'kysely';
import type { Db } from '#db/database.ts';
import { SLICED_TABLES, type SlicedTables } from './scoped-tables.ts';

/**
 * Remembers which assets and records change from now on, by triggers that are there only while environments are
 * being forked. One connection has no second view of the database that stands still, and nobody who writes has
 * to know about forks.
 */
export async function watchChanges(db: Db): Promise<void> {
  for (const statement of [...STORE, ...TRIGGERS]) await sql.raw(statement).execute(db);
}

export async function listChanged(db: Db, environmentId: string, { root }: SlicedTables): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from forking.changed where environment_id = ${environmentId} and root = ${root}`.execute(db);
  return rows.map(({ id }) => id);
}

/** The last fork takes the triggers away. */
export async function stopWatching(db: Db): Promise<void> {
  const { rows } = await sql`select 1 from environment where status = 'creating' limit 1`.execute(db);
  if (rows.length === 0) await sql.raw('drop schema if exists forking cascade').execute(db);
}

const STORE = [
  `set local client_min_messages = warning`,
  `create schema if not exists forking`,
  `create table if not exists forking.changed (
    environment_id text not null, root text not null, id text not null, primary key (environment_id, root, id)
  )`,
  ...(['id', 'item_id', 'upload_id'] as const).map(
    (key) => `create or replace function forking.remember_${key}() returns trigger language plpgsql as $$
    declare changed record;
    begin
      if tg_op = 'DELETE' then changed := old; else changed := new; end if;
      insert into forking.changed values (changed.environment_id, tg_argv[0], changed.${key})
        on conflict do nothing;
      return null;
    end $$`,
  ),
];

const TRIGGERS = SLICED_TABLES.flatMap(({ root, parts }) =>
  parts.map(
    ({
      table,
      key,
    }) => `create or replace trigger remember_change after insert or update or delete on "${table}"
      for each row execute function forking.remember_${key}('${root}')`,
  ),
);
