import { sql } from 'kysely';
import type { Db } from '#db/database.ts';

/** Rows that one statement takes, so that nobody waits long for it. */
const SLICE = 1_000;

/** Forgets versions made before `before`, but never a current or a published one. Answers how many. */
export async function purgeVersions(db: Db, before: Date): Promise<number> {
  for (let total = 0; ; ) {
    const gone = await purgeSlice(db, before);
    total += gone;
    if (gone < SLICE) return total;
  }
}

async function purgeSlice(db: Db, before: Date): Promise<number> {
  const { rows } = await sql<{ gone: number }>`
    with gone as (
      delete from item_version where (environment_id, id) in (
        select v.environment_id, v.id from item_version v
        join item i on i.environment_id = v.environment_id and i.id = v.item_id
        where v.created_at < ${before} and v.id <> i.current_version_id
          and v.id is distinct from i.published_version_id
        limit ${SLICE})
      returning 1)
    select count(*) as gone from gone`.execute(db);
  return Number(rows[0]?.gone ?? 0);
}
