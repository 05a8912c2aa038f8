import { sql } from 'kysely';
import type { Fragment } from './target.ts';

/** Ids of fields and names of locales: letters, digits, hyphen, underscore. */
const KEY = /^[A-Za-z0-9_-]{1,64}$/;

/**
 * A key of a document as a literal of the statement. Everything else is bound; keys are not, because an index
 * on an expression serves only a statement that says the same expression, and because there are few of them.
 */
export function checkedKey(key: string): Fragment {
  if (!KEY.test(key)) throw new Error('A key of a document is an id or a locale.');
  return sql.raw(`'${key}'`);
}
