import { createHash } from 'node:crypto';
import { type RawBuilder, sql } from 'kysely';
import type { Db } from '#db/database.ts';

export interface TagPage {
  names: string[];
  total: number;
}

export interface TagQuery {
  /** Part of the name, in any case. */
  query: string;
  offset: number;
  limit: number;
}

/** Tags of assets, and those that were made ahead of their use. */
export function listTags(db: Db, environmentId: string, page: TagQuery): Promise<TagPage> {
  const names = sql`
    select name from upload_tag where environment_id = ${environmentId}
    union select unnest(tags) from upload where environment_id = ${environmentId}`;
  return listNames(db, names, page);
}

/** Tags that a program found. */
export function listSmartTags(db: Db, environmentId: string, page: TagQuery): Promise<TagPage> {
  return listNames(
    db,
    sql`select distinct unnest(smart_tags) as name from upload where environment_id = ${environmentId}`,
    page,
  );
}

async function listNames(
  db: Db,
  names: RawBuilder<unknown>,
  { query, offset, limit }: TagQuery,
): Promise<TagPage> {
  const { rows } = await sql<{ total: number; names: string[] | null }>`
    with matching as (
      select name from (${names}) tag where position(lower(${query}::text) in lower(name)) > 0
    )
    select (select count(*)::int from matching) as total,
      (select json_agg(name order by name) from
        (select name from matching order by name limit ${limit} offset ${offset}) page) as names`.execute(db);
  return { names: rows[0]?.names ?? [], total: rows[0]?.total ?? 0 };
}

/** Answers false where there is one of that name. */
export async function insertTag(db: Db, environmentId: string, name: string): Promise<boolean> {
  const { rows } = await sql`
    insert into upload_tag (environment_id, id, name) values (${environmentId}, ${tagId(name)}, ${name})
    on conflict do nothing returning id`.execute(db);
  return rows.length > 0;
}

/** A tag is its name: that of an asset has the id that it would have by itself. */
export function tagId(name: string): string {
  return createHash('md5').update(name).digest('hex');
}
