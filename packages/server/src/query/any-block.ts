import type { Condition } from '@recto/content/condition';
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { documentOf, jsonAt } from './document-value.ts';
import type { Fragment, Target } from './target.ts';

type AnyBlock = Extract<Condition, { kind: 'any_block' }>;

/** Whether a block that stands directly in the value is of the type and meets the condition. */
export function anyBlock(
  { operand, itemTypeId, condition }: AnyBlock,
  target: Target,
  compile: (condition: Condition, target: Target) => RawBuilder<SqlBool>,
): RawBuilder<SqlBool> {
  if (operand.kind !== 'field' || target.table !== 'item') throw new Error('Blocks stand in fields.');
  const json = jsonAt(documentOf(target), operand.fieldId, operand.locale);
  const ofType = itemTypeId === null ? sql`true` : sql`block.value ->> 'itemTypeId' = ${itemTypeId}`;
  const meets = condition ? sql` and (${compile(condition, target)})` : sql``;
  return sql`exists (select 1 from ${blocksIn(json, operand.storedAs)} block(value) where ${ofType}${meets})`;
}

function blocksIn(json: Fragment, storedAs: string): Fragment {
  if (storedAs !== 'structured_text')
    return sql`jsonb_path_query(${json}, 'lax $[*] ? (exists (@.itemTypeId))')`;
  const levels = STRUCTURED_TEXT_PATHS.map((path) => sql`select jsonb_path_query(${json}, ${sql.lit(path)})`);
  return sql`(${sql.join(levels, sql` union all `)})`;
}

/** How deep blocks can stand in a document: beside its paragraphs, in them, in those of a quote, and in those of
 *  lists within lists. Walked by `children` only: `**` would go on into the values of the blocks it meets. */
const DEPTHS = [1, 2, 3, 4, 6, 8, 10, 12];
const STRUCTURED_TEXT_PATHS = DEPTHS.map(
  (depth) =>
    `lax $.document${'.children[*]'.repeat(depth)} ? (@.type == "block" || @.type == "inlineBlock").item`,
);
