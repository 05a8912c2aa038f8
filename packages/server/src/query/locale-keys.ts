import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { checkedKey } from './checked-key.ts';
import { documentOf } from './document-value.ts';
import type { Target } from './target.ts';

/** Whether the record has content in the locale: one of its localized fields holds the key. */
export function localeKeys(target: Target, locale: string): RawBuilder<SqlBool> {
  if (target.table !== 'item' || target.localizedFieldIds.length === 0) return sql`false`;
  const document = documentOf(target);
  const checks = target.localizedFieldIds.map(
    (id) => sql`coalesce(${document} -> ${checkedKey(id)} ? ${locale}, false)`,
  );
  return sql`(${sql.join(checks, sql` or `)})`;
}
