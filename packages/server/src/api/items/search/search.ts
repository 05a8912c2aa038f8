import { searchWords } from '@recto/content/item/search-words';
import { type RawBuilder, type SqlBool, sql } from 'kysely';

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

/** All words have to be there, or words that begin with them. */
export function searchCondition(search: Search, page: SearchedPage): RawBuilder<SqlBool> {
  if (search.words.length === 0) return sql`false`;
  return sql`${versionOf(page)} in (select t.version_id from ${matching(search, page)})`;
}

/** The most fitting locale counts. */
export function searchOrder(search: Search, page: SearchedPage): RawBuilder<unknown> {
  if (search.words.length === 0) return sql`i.id`;
  const rank = sql`(select max(ts_rank(t.words, ${tsquery(search)})) from ${matching(search, page)}
    and t.version_id = ${versionOf(page)})`;
  return sql`${rank} ${sql.raw(search.direction ?? 'desc')}, i.created_at desc, i.id`;
}

interface SearchedPage {
  environmentId: string;
  version: 'current' | 'published';
}

function matching(search: Search, { environmentId }: SearchedPage) {
  return sql`item_text t where t.environment_id = ${environmentId}
    and t.locale = any(${['', search.locale]}::text[]) and t.words @@ ${tsquery(search)}`;
}

/** Words are letters and digits: none of them means anything to the engine. */
function tsquery({ words }: Search) {
  return sql`to_tsquery('simple', ${words.map((word) => `'${word}':*`).join(' & ')}::text)`;
}

function versionOf({ version }: SearchedPage) {
  return sql.ref(`i.${version}_version_id`);
}
