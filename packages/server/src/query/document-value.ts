import { sql } from 'kysely';
import { checkedKey } from './checked-key.ts';
import type { Fragment, ItemTarget } from './target.ts';

/** The value of a field inside a document, as jsonb. */
export function jsonAt(document: Fragment, fieldId: string, locale: string | null): Fragment {
  const value = sql`${document} -> ${checkedKey(fieldId)}`;
  return locale === null ? sql`(${value})` : sql`(${value} -> ${checkedKey(locale)})`;
}

/** The same as text: SQL's null for JSON's. */
export function textAt(document: Fragment, fieldId: string, locale: string | null): Fragment {
  if (locale === null) return sql`(${document} ->> ${checkedKey(fieldId)})`;
  return sql`(${document} -> ${checkedKey(fieldId)} ->> ${checkedKey(locale)})`;
}

export function documentOf(target: ItemTarget): Fragment {
  if (target.isSettling) return sql.raw(`coalesce(i.next_${target.version}, i.${target.version})`);
  return target.version === 'published' ? sql`i.published` : sql`i.current`;
}
