import { deriveReferences } from '@recto/content/item/derive-rows';
import type { DocumentRules } from '@recto/content/item/document-rules';
import type { Item } from '@recto/content/item/item';
import type { ItemChange } from '@recto/content/item/item-change';
import { changedItemTags } from './changed-item-tags.ts';
import { childrenTag, contentTag, metaTag, referrersTag, usedUploadsTag } from './content-tags.ts';

/** A row of the reference index: who points where, from which versions of the record. */
interface ReferenceRow {
  item_id: string;
  path: string;
  locale: string | null;
  target_kind: string;
  target_id: string;
  in_current: boolean;
  in_published: boolean;
}

interface ShiftedSiblings {
  itemTypeId: string;
  parentId: string | null;
}

interface SavedChanges {
  changes: readonly Pick<ItemChange, 'before' | 'after'>[];
  shifts: readonly ShiftedSiblings[];
  references: { gone: readonly ReferenceRow[]; put: readonly ReferenceRow[] };
}

/** All tags that a save of records touches, each once. */
export function decisionTags(
  environmentId: string,
  { changes, shifts, references }: SavedChanges,
  rules: DocumentRules,
): string[] {
  const last = changes.flatMap(({ before, after }) =>
    before && !after ? lastReferences(before, rules) : [],
  );
  return [
    ...new Set([
      ...changes.flatMap((change) => changedItemTags(environmentId, change, rules)),
      ...referenceTags(environmentId, [...references.gone, ...last], references.put),
      ...shifts.flatMap((shift) => shiftTags(environmentId, shift)),
    ]),
  ];
}

/** The rows of a destroyed record go with it. */
function lastReferences(item: Item, rules: DocumentRules): ReferenceRow[] {
  const documents = [
    { document: item.current, in_current: true, in_published: false },
    { document: item.published ?? {}, in_current: false, in_published: true },
  ];
  return documents.flatMap(({ document, ...use }) =>
    deriveReferences(document, item.itemTypeId, rules).map(({ kind, id, path, locale }) => ({
      item_id: item.id,
      path,
      locale,
      target_kind: kind,
      target_id: id,
      ...use,
    })),
  );
}

/** A reference that is in both lists has come to, or left, one version of its record only. */
function referenceTags(
  environmentId: string,
  gone: readonly ReferenceRow[],
  put: readonly ReferenceRow[],
): string[] {
  return (['current', 'published'] as const).flatMap((version) => {
    const before = targetsIn(gone, version);
    const after = targetsIn(put, version);
    const changed = [
      ...[...before].filter(([key]) => !after.has(key)),
      ...[...after].filter(([key]) => !before.has(key)),
    ];
    return changed.map(([, { target_kind: kind, target_id: id }]) =>
      kind === 'upload' ? usedUploadsTag(environmentId) : referrersTag({ environmentId, version }, id),
    );
  });
}

function targetsIn(
  rows: readonly ReferenceRow[],
  version: 'current' | 'published',
): Map<string, ReferenceRow> {
  const own = rows.filter((row) => row[`in_${version}`]);
  return new Map(
    own.map((row) => [
      JSON.stringify([row.item_id, row.path, row.locale, row.target_kind, row.target_id]),
      row,
    ]),
  );
}

/** Room was made, or closed: who moved is known to the database only. */
function shiftTags(environmentId: string, { itemTypeId, parentId }: ShiftedSiblings): string[] {
  return (['current', 'published'] as const).flatMap((version) => {
    const place = { environmentId, version };
    const moved = [metaTag(place, itemTypeId, 'position'), contentTag(place)];
    return parentId === null ? moved : [...moved, childrenTag(place, parentId)];
  });
}
