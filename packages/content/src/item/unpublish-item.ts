import { type ErrorReason, refuseAll } from '../refusal.ts';
import type { Item } from './item.ts';
import { type Circumstances, type ItemChange, itemEvent } from './item-change.ts';
import { loseReferences, strategiesTowards } from './lose-references.ts';

export interface UnpublishRequest {
  item: Item;
  /** Whether published descendants in the tree are unpublished as well. */
  recursive: boolean;
  /** Published records that point at any record that goes, directly or through others, and published
   *  descendants. */
  affected: readonly Item[];
}

/**
 * Takes a record off, and with it those that cannot stay without it. Answers one change for each record, the
 * record's own first. Refuses with every reason found.
 */
export function unpublishItem(request: UnpublishRequest, circumstances: Circumstances): ItemChange[] {
  const plan = planRemoval(request, circumstances);
  const gone = new Set(plan.map(({ id }) => id));
  const staying = request.affected.filter(({ id }) => !gone.has(id));
  const children = staying.filter(({ parentId }) => parentId !== null && gone.has(parentId));
  const referrers = staying
    .map((item) => ({ item, strategies: towards(item, gone, circumstances) }))
    .filter(({ strategies }) => strategies.length > 0);
  const losses = referrers.map(({ item, strategies }) => {
    const mayLose = strategies.every((strategy) => strategy === 'delete_references');
    return {
      item,
      change: mayLose ? loseReferences(item, gone, documentsOf(item, circumstances), circumstances) : null,
    };
  });
  const stuck = losses.filter(({ change }) => change === null).map(({ item }) => item);
  refuseAll([...publishedChildren(request, children), ...publishedReferences(request, stuck)]);
  return [...plan.map((item) => takeOff(item)), ...losses.flatMap(({ change }) => change ?? [])];
}

/** Grows until nothing more has to go. */
function planRemoval({ item, recursive, affected }: UnpublishRequest, circumstances: Circumstances): Item[] {
  const plan = [item];
  const gone = new Set([item.id]);
  const mustGo = (other: Item) =>
    (recursive && other.parentId !== null && gone.has(other.parentId)) ||
    towards(other, gone, circumstances).includes('unpublish');
  for (let size = 0; size < plan.length; ) {
    size = plan.length;
    for (const other of affected) {
      if (gone.has(other.id) || !mustGo(other)) continue;
      gone.add(other.id);
      plan.push(other);
    }
  }
  return plan;
}

function towards(item: Item, gone: ReadonlySet<string>, circumstances: Circumstances) {
  return strategiesTowards(item.published, item.itemTypeId, gone, circumstances).map(
    ({ onUnpublish }) => onUnpublish,
  );
}

/** Without draft mode both documents are one. */
function documentsOf(item: Item, { schema }: Circumstances) {
  return { current: schema.itemTypes.get(item.itemTypeId)?.draftModeActive === false, published: true };
}

function publishedChildren({ item }: UnpublishRequest, children: readonly Item[]): ErrorReason[] {
  if (children.length === 0) return [];
  const details = { item: item.id, published_children: children.map(({ id }) => id) };
  return [{ code: 'PUBLISHED_CHILDREN', details }];
}

function publishedReferences({ item }: UnpublishRequest, referrers: readonly Item[]): ErrorReason[] {
  if (referrers.length === 0) return [];
  return [
    { code: 'PUBLISHED_REFERENCES', details: { item: item.id, items_ids: referrers.map(({ id }) => id) } },
  ];
}

function takeOff(item: Item): ItemChange {
  const after: Item = {
    ...item,
    published: null,
    publishedVersionId: null,
    isPublishedValid: null,
    publishedAt: null,
  };
  return { before: item, after, versions: [], events: [itemEvent('unpublish', after)] };
}
