import {
  deriveBlocks,
  deriveReferences,
  deriveUniqueValues,
  type UniqueValue,
} from '@recto/content/item/derive-rows';
import type { DocumentRules } from '@recto/content/item/document-rules';
import type { Document, Item } from '@recto/content/item/item';
import type { ItemChange } from '@recto/content/item/item-change';
import { type StoredFacts, type UniqueIndexRow, uniqueValueRow } from './facts.ts';

interface BlockIndexRow {
  id: string;
  item_id: string;
  item_type_id: string;
  in_current: boolean;
  in_published: boolean;
}

interface ReferenceIndexRow {
  item_id: string;
  path: string;
  locale: string | null;
  target_kind: string;
  target_id: string;
  in_current: boolean;
  in_published: boolean;
}

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
    addBlockDifference(result.blocks, blockRows(before, rules), blockRows(after, rules));
    addReferenceDifference(result.references, referenceRows(before, rules), referenceRows(after, rules));
    addUniqueDifference(result.unique, before, after, rules, facts);
  }
  return result;
}

/** A block is known by its id: its row is replaced. */
function addBlockDifference(
  target: DerivedRowChanges['blocks'],
  before: ReadonlyMap<string, BlockIndexRow>,
  after: ReadonlyMap<string, BlockIndexRow>,
): void {
  for (const id of before.keys()) if (!after.has(id)) target.gone.push(id);
  for (const [id, row] of after) if (!isSameUse(before.get(id), row)) target.put.push(row);
}

/** A reference has no key of its own: a row that is another one is taken away and put there again. */
function addReferenceDifference(
  target: DerivedRowChanges['references'],
  before: ReadonlyMap<string, ReferenceIndexRow>,
  after: ReadonlyMap<string, ReferenceIndexRow>,
): void {
  for (const [key, row] of before) if (!isSameUse(after.get(key), row)) target.gone.push(row);
  for (const [key, row] of after) if (!isSameUse(before.get(key), row)) target.put.push(row);
}

/** In which versions of the record something stands. */
interface Use {
  in_current: boolean;
  in_published: boolean;
}

function isSameUse(one: Use | undefined, other: Use): boolean {
  return one?.in_current === other.in_current && one.in_published === other.in_published;
}

function blockRows(item: Item | null, rules: DocumentRules): Map<string, BlockIndexRow> {
  const rows = new Map<string, BlockIndexRow>();
  for (const { document, ...use } of documentsOf(item)) {
    for (const { id, itemTypeId } of deriveBlocks(document, item?.itemTypeId ?? '', rules)) {
      const row = { id, item_id: item?.id ?? '', item_type_id: itemTypeId };
      rows.set(id, { ...row, ...joinedUse(rows.get(id), use) });
    }
  }
  return rows;
}

function referenceRows(item: Item | null, rules: DocumentRules): Map<string, ReferenceIndexRow> {
  const rows = new Map<string, ReferenceIndexRow>();
  for (const { document, ...use } of documentsOf(item)) {
    for (const { kind, id, path, locale } of deriveReferences(document, item?.itemTypeId ?? '', rules)) {
      const row = { item_id: item?.id ?? '', path, locale, target_kind: kind, target_id: id };
      const key = JSON.stringify([kind, id, path, locale]);
      rows.set(key, { ...row, ...joinedUse(rows.get(key), use) });
    }
  }
  return rows;
}

function joinedUse(one: Use | undefined, other: Use): Use {
  return {
    in_current: one?.in_current === true || other.in_current,
    in_published: one?.in_published === true || other.in_published,
  };
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

export function uniqueValues(item: Item | null, rules: DocumentRules): UniqueValue[] {
  return documentsOf(item).flatMap(({ document }) =>
    deriveUniqueValues(document, item?.itemTypeId ?? '', rules),
  );
}

function keyOf({ fieldId, locale, value }: UniqueValue): string {
  return JSON.stringify([fieldId, locale, value]);
}

/** A document that is both versions is walked once. */
function documentsOf(item: Item | null): (Use & { document: Document })[] {
  if (!item) return [];
  const { current, published } = item;
  if (published === current) return [{ document: current, in_current: true, in_published: true }];
  const draft = { document: current, in_current: true, in_published: false };
  return published ? [draft, { document: published, in_current: false, in_published: true }] : [draft];
}
