import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { checkPattern, isLiteral } from './regular-expression.ts';
import type { Fragment } from './target.ts';

interface Match {
  pattern: string;
  caseSensitive: boolean;
  regexp: boolean;
}

/** Words are looked for as words; only what says more than words is given to the engine. */
export function matchText(text: Fragment, { pattern, caseSensitive, regexp }: Match): RawBuilder<SqlBool> {
  if (!regexp || isLiteral(pattern)) {
    const wanted = `%${pattern.replace(/[\\%_]/g, '\\$&')}%`;
    return caseSensitive ? sql`${text} like ${wanted}::text` : sql`${text} ilike ${wanted}::text`;
  }
  checkPattern(pattern);
  // In a group, so that it cannot begin with words to the engine, such as `***=`.
  const bound = `(?:${pattern})`;
  return caseSensitive ? sql`${text} ~ ${bound}::text` : sql`${text} ~* ${bound}::text`;
}
