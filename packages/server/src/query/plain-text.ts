import { sql } from 'kysely';
import type { Fragment } from './target.ts';

/**
 * What a reader sees of structured text: a line for each node at the top, its spans in a row. Blocks have a text
 * of their own, and are taken out first; those inside a line cannot be told by a path and count with it.
 */
export function plainText(json: Fragment): Fragment {
  return sql`(select string_agg(line.value, e'\n') from (
    select (select string_agg(part #>> '{}', '') from jsonb_path_query(node.value, ${SPANS}) part) as value
    from jsonb_path_query(${json}, '$.document.children[*] ? (@.type != "block")') with ordinality node(value, position)
    order by node.position) line)`;
}

const SPANS = sql.raw(
  `'strict $.** ? (@.type == "span" || @.type == "code").keyvalue() ? (@.key == "value" || @.key == "code").value'`,
);
