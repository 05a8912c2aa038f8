import { sql } from 'kysely';
import type { Db } from '#db/database.ts';
import { type Count, OTHER } from './usage-meter.ts';

/** Of a project, a kind and a day. More would only be somebody making them up. */
const MOST_VALUES = 1_000;
const ROWS_AT_ONCE = 2_000;

interface Row {
  siteId: string;
  day: string;
  kind: string;
  value: string;
  requests: number;
  bytes: number;
}

/** Adds counts to what is saved, all or nothing. Those of tokens and projects that are gone are left out. */
export async function saveUsage(db: Db, counts: readonly Count[]): Promise<void> {
  const rows = await rowsOf(db, counts);
  await db.transaction().execute(async (transaction) => {
    for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
      await addRows(transaction, rows.slice(start, start + ROWS_AT_ONCE));
    }
  });
}

/** Breakdowns are asked for today, this month and the last one; sums are kept for ever. */
export async function forgetDetails(db: Db, now: Date): Promise<void> {
  const lastMonth = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1, 1));
  await sql`delete from usage where value <> '' and day < ${lastMonth.toISOString().slice(0, 10)}::date`.execute(
    db,
  );
}

async function rowsOf(db: Db, counts: readonly Count[]): Promise<Row[]> {
  const owners = await findOwners(db, [
    ...new Set(counts.filter(({ api }) => api !== 'assets').map(({ owner }) => owner)),
  ]);
  return counts.flatMap(({ api, owner: name, kind, ...rest }): Row[] => {
    const owner = api === 'assets' ? { siteId: name, id: '' } : owners.get(name);
    if (!owner) return [];
    const { siteId } = owner;
    if (kind !== '') return [{ ...rest, siteId, kind: `${api}_${kind}` }];
    const sum = { ...rest, siteId, kind: api as string };
    if (api === 'assets') return [sum];
    return [sum, { ...sum, kind: api === 'cda' ? 'cda_access_token_id' : 'cma_user', value: owner.id }];
  });
}

/** Tokens and sessions by the digest of their secret: the project that they are for, and who holds them. */
async function findOwners(
  db: Db,
  digests: readonly string[],
): Promise<Map<string, { siteId: string; id: string }>> {
  if (digests.length === 0) return new Map();
  const { rows } = await sql<{ digest: string; site_id: string; id: string }>`
    with asked as (select decode(digest, 'base64') as hash, digest from unnest(${digests}::text[]) as digest)
    select asked.digest, token.site_id, token.id from asked join access_token token on token.token_hash = asked.hash
    union all
    select asked.digest, session.site_id, coalesce(seat.id, session.account_id)
    from asked join session on session.token_hash = asked.hash
    left join "user" seat on seat.site_id = session.site_id and seat.account_id = session.account_id
    where session.site_id is not null`.execute(db);
  return new Map(rows.map(({ digest, site_id, id }) => [digest, { siteId: site_id, id }]));
}

/** In the order of the key, so that two processes that save at once wait for each other in the same order. */
async function addRows(db: Db, rows: readonly Row[]): Promise<void> {
  const column = <Name extends keyof Row>(name: Name) => rows.map((row) => row[name]);
  await sql`
    with incoming as (
      select site_id, kind, day, value, sum(requests) as requests, sum(bytes) as bytes
      from unnest(${column('siteId')}::text[], ${column('kind')}::text[], ${column('day')}::date[],
        ${column('value')}::text[], ${column('requests')}::bigint[], ${column('bytes')}::bigint[])
        as given(site_id, kind, day, value, requests, bytes)
      join site on site.id = given.site_id
      where kind not like '%\_ip' or site.settings @> '{"ip_tracking_enabled": true}'
      group by site_id, kind, day, value
    ), held as (
      select site_id, kind, day, count(*) as count from usage
      where (site_id, kind, day) in (select site_id, kind, day from incoming) group by site_id, kind, day
    ), placed as (
      select incoming.*, known.value is not null as is_known, coalesce(held.count, 0) + row_number() over (
          partition by incoming.site_id, incoming.kind, incoming.day, known.value is not null
          order by incoming.requests desc, incoming.value) as place
      from incoming
      left join held using (site_id, kind, day)
      left join usage known using (site_id, kind, day, value)
    )
    insert into usage (site_id, kind, day, value, requests, bytes)
    select site_id, kind, day, case when is_known or place <= ${MOST_VALUES} then value else ${OTHER} end as shown,
      sum(requests), sum(bytes)
    from placed group by site_id, kind, day, shown order by site_id, kind, day, shown
    on conflict (site_id, kind, day, value) do update
      set requests = usage.requests + excluded.requests, bytes = usage.bytes + excluded.bytes`.execute(db);
}
