import { searchWords } from '@recto/content/item/search-words';
import { sql } from 'kysely';
import type { Db } from '#db/database.ts';
import type { Page } from '../table.ts';

/** More words than anybody looks for; each costs a look into the index. */
const MOST_WORDS = 30;

export interface Search {
  words: string[];
  locale: string;
  /** Whether the best come first; null where another order was asked for. */
  direction: 'asc' | 'desc' | null;
}

/** `filter[query]`, when there is one. The order it brings can also be asked for: `_rank_DESC`. */
export function readSearch(
  query: string | undefined,
  { locale, orderBy }: { locale: string; orderBy: string | undefined },
): Search | null {
  if (query === undefined || query.trim() === '') return null;
  const rank = orderBy === undefined ? 'DESC' : /^_rank_(ASC|DESC)$/.exec(orderBy.trim())?.[1];
  return {
    words: searchWords(query).slice(0, MOST_WORDS),
    locale,
    direction: rank === undefined ? null : rank === 'ASC' ? 'asc' : 'desc',
  };
}

/** One page of the ids of what was found, and how many there are in all. */
export async function findPage(
  db: Db,
  search: Search,
  page: Page & { version: 'current' | 'published' },
): Promise<{ ids: string[]; total: number }> {
  if (search.words.length === 0) return { ids: [], total: 0 };
  const order = search.direction
    ? sql`hit.rank ${sql.raw(search.direction)}, i.created_at desc, i.id`
    : page.order;
  const { rows } = await sql<{ ids: string[] | null; total: number }>`
    with hit as materialized (${hits(search, page.environmentId)}), found as materialized (
      select i.id, row_number() over (order by ${order}) as place
      from hit cross join lateral (
        select * from item where environment_id = ${page.environmentId} and id = hit.item_id offset 0) as i
      where ${sql.ref(`i.${page.version}_version_id`)} = hit.version_id and ${page.condition})
    select (select count(*) from found) as total,
      (select json_agg(id order by place) from found
        where place > ${page.offset}::bigint and place <= ${page.offset + page.limit}::bigint) as ids`.execute(
    db,
  );
  return { ids: rows[0]?.ids ?? [], total: rows[0]?.total ?? 0 };
}

/** All words have to be there, or words that begin with them. The most fitting locale counts. */
function hits({ words, locale }: Search, environmentId: string) {
  // Words are letters and digits: none of them means anything to the engine.
  const query = sql`to_tsquery('simple', ${words.map((word) => `'${word}':*`).join(' & ')}::text)`;
  return sql`
    select t.item_id, t.version_id, max(ts_rank(t.words, ${query})) as rank from item_text t
    where t.environment_id = ${environmentId} and t.locale = any(${['', locale]}::text[]) and t.words @@ ${query}
    group by t.item_id, t.version_id`;
}
