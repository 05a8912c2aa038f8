import type { Operand } from '@recto/content/condition';
import type { StoredAs } from '@recto/content/field-type';
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { documentOf, jsonAt, textAt } from './document-value.ts';
import { type ColumnKind, metaColumn, uploadColumn } from './operand-columns.ts';
import { plainText } from './plain-text.ts';
import type { Fragment, ItemTarget, Target } from './target.ts';

/** An operand as SQL: what is compared, how, and what stands for its absence. */
export interface Comparable {
  sql: Fragment;
  kind: ColumnKind | 'jsonb';
  isNull: RawBuilder<SqlBool>;
  /** What patterns are matched against. */
  text: Fragment;
}

export function comparableOf(operand: Operand, target: Target): Comparable {
  switch (operand.kind) {
    case 'meta':
      return columnValue(metaColumn(operand.name, target));
    case 'upload':
      return columnValue(uploadColumn(operand.attribute, operand.locale, target));
    case 'block_id':
      return columnValue({ sql: sql`(block.value ->> 'id')`, kind: 'text' });
    case 'block_field':
      return storedValue(operand, sql`(block.value -> 'values')`);
    case 'field':
      return storedValue(operand, documentOf(target as ItemTarget));
  }
}

/** Null or blank text; for structured text nothing, or one paragraph without text. */
export function isEmptyText(operand: Operand, value: Comparable): RawBuilder<SqlBool> {
  const isDocument = 'storedAs' in operand && operand.storedAs === 'structured_text';
  if (!isDocument) return sql`coalesce(${value.text}, '') = ''`;
  return sql`(${value.isNull} or (jsonb_array_length(${value.sql} #> '{document,children}') = 1
    and ${value.sql} #>> '{document,children,0,type}' = 'paragraph'
    and not jsonb_path_exists(${value.sql},
      '$.document.children[0].children[*] ? (@.type != "span" || @.value != "")')))`;
}

function columnValue({ sql: column, kind }: { sql: Fragment; kind: ColumnKind }): Comparable {
  return { sql: column, kind, isNull: sql`${column} is null`, text: column };
}

interface StoredOperand {
  fieldId: string;
  locale: string | null;
  storedAs: StoredAs;
}

function storedValue({ fieldId, locale, storedAs }: StoredOperand, document: Fragment): Comparable {
  const json = jsonAt(document, fieldId, locale);
  const text = textAt(document, fieldId, locale);
  const isNull = sql<SqlBool>`${text} is null`;
  switch (storedAs) {
    case 'text':
    case 'date':
    case 'date_time':
    case 'id':
      return { sql: sql`${text} collate "C"`, kind: 'text', isNull, text };
    case 'integer':
    case 'float':
      return { sql: sql`${text}::numeric`, kind: 'numeric', isNull, text };
    case 'boolean':
      return { sql: sql`${text}::boolean`, kind: 'boolean', isNull, text };
    case 'asset': {
      const id = sql`(${json} ->> 'upload_id')`;
      return { sql: id, kind: 'text', isNull: sql`${id} is null`, text: id };
    }
    case 'ids':
      return { sql: json, kind: 'jsonb', isNull: isEmptyList(json), text };
    case 'assets':
      return { sql: uploadIds(json), kind: 'jsonb', isNull: isEmptyList(json), text };
    case 'structured_text':
      return { sql: json, kind: 'jsonb', isNull: isJsonNull(json), text: plainText(json) };
    case 'point':
    case 'json':
      return { sql: json, kind: 'jsonb', isNull: isJsonNull(json), text };
  }
}

function isJsonNull(json: Fragment): RawBuilder<SqlBool> {
  return sql`coalesce(${json}, 'null'::jsonb) = 'null'::jsonb`;
}

/** A list without entries is as absent as no list. */
function isEmptyList(json: Fragment): RawBuilder<SqlBool> {
  return sql`coalesce(${json}, 'null'::jsonb) in ('null'::jsonb, '[]'::jsonb)`;
}

function uploadIds(json: Fragment): Fragment {
  return sql`jsonb_path_query_array(${json}, '$[*].upload_id')`;
}
