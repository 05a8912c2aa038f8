import {
  deriveBlocks,
  deriveReferences,
  deriveUniqueValues,
  type UniqueValue,
} from '@recto/content/item/derive-rows';
import type { DocumentRules } from '@recto/content/item/document-rules';
import type { Document, Item } from '@recto/content/item/item';
import type { ItemChange } from '@recto/content/item/item-change';
import { type StoredFacts, uniqueValueRow } from './facts.ts';

interface BlockIndexRow {
  id: string;
  item_id: string;
  item_type_id: string;
  in_current: boolean;
  in_published: boolean;
}

interface ReferenceIndexRow {
  item_id: string;
  version: 'current' | 'published';
  path: string;
  locale: string | null;
  target_kind: string;
  target_id: string;
}

type UniqueIndexRow = ReturnType<typeof uniqueValueRow>;

/** What has to be taken from and put into the index tables. */
export interface DerivedRowChanges {
  blocks: { gone: string[]; put: BlockIndexRow[] };
  references: { gone: ReferenceIndexRow[]; put: ReferenceIndexRow[] };
  unique: { gone: UniqueIndexRow[]; put: UniqueIndexRow[] };
}

/** Compares what records pointed at before with what they point at now, so that a save touches only the rows
 *  that differ. Rows of a destroyed record go with it. */
export function diffDerivedRows(
  changes: readonly ItemChange[],
  rules: DocumentRules,
  facts: StoredFacts,
): DerivedRowChanges {
  const result: DerivedRowChanges = {
    blocks: { gone: [], put: [] },
    references: { gone: [], put: [] },
    unique: { gone: [], put: [] },
  };
  for (const { before, after } of changes) {
    if (!after) continue;
    addDifference(result.blocks, blockRows(before, rules), blockRows(after, rules), ({ id }) => id);
    addDifference(result.references, referenceRows(before, rules), referenceRows(after, rules), (row) => row);
    addUniqueDifference(result.unique, before, after, rules, facts);
  }
  return result;
}

function addDifference<Row, Gone>(
  target: { gone: Gone[]; put: Row[] },
  before: ReadonlyMap<string, Row>,
  after: ReadonlyMap<string, Row>,
  goneFrom: (row: Row) => Gone,
): void {
  for (const [key, row] of before) if (!after.has(key)) target.gone.push(goneFrom(row));
  for (const [key, row] of after) {
    if (JSON.stringify(before.get(key)) !== JSON.stringify(row)) target.put.push(row);
  }
}

function blockRows(item: Item | null, rules: DocumentRules): Map<string, BlockIndexRow> {
  const rows = new Map<string, BlockIndexRow>();
  for (const [version, document] of documentsOf(item)) {
    for (const { id, itemTypeId } of deriveBlocks(document, item?.itemTypeId ?? '', rules)) {
      const row = rows.get(id) ?? {
        id,
        item_id: item?.id ?? '',
        item_type_id: itemTypeId,
        in_current: false,
        in_published: false,
      };
      rows.set(id, { ...row, [`in_${version}`]: true });
    }
  }
  return rows;
}

function referenceRows(item: Item | null, rules: DocumentRules): Map<string, ReferenceIndexRow> {
  const rows = new Map<string, ReferenceIndexRow>();
  for (const [version, document] of documentsOf(item)) {
    for (const { kind, id, path, locale } of deriveReferences(document, item?.itemTypeId ?? '', rules)) {
      const row = { item_id: item?.id ?? '', version, path, locale, target_kind: kind, target_id: id };
      rows.set(JSON.stringify(row), row);
    }
  }
  return rows;
}

/** An invalid draft may hold a value that belongs to another record: then it has no row, and gets one when the
 *  value is free at a later save. That is why the index is asked, not the document before. */
function addUniqueDifference(
  target: DerivedRowChanges['unique'],
  before: Item | null,
  after: Item,
  rules: DocumentRules,
  facts: StoredFacts,
): void {
  const wanted = uniqueValues(after, rules);
  const keys = new Set(wanted.map(keyOf));
  const gone = uniqueValues(before, rules).filter((value) => !keys.has(keyOf(value)));
  const put = new Map(
    wanted.filter((value) => facts.holderOf(value) === undefined).map((value) => [keyOf(value), value]),
  );
  target.gone.push(...gone.map((value) => uniqueValueRow(value, after.id)));
  target.put.push(...[...put.values()].map((value) => uniqueValueRow(value, after.id)));
}

function uniqueValues(item: Item | null, rules: DocumentRules): UniqueValue[] {
  return documentsOf(item).flatMap(([, document]) =>
    deriveUniqueValues(document, item?.itemTypeId ?? '', rules),
  );
}

function keyOf({ fieldId, locale, value }: UniqueValue): string {
  return JSON.stringify([fieldId, locale, value]);
}

function documentsOf(item: Item | null): ['current' | 'published', Document][] {
  if (!item) return [];
  return [['current', item.current], ...(item.published ? [['published', item.published] as const] : [])] as [
    'current' | 'published',
    Document,
  ][];
}
