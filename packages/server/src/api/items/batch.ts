import { deriveReferences } from '@recto/content/item/derive-rows';
import type { DocumentRules } from '@recto/content/item/document-rules';
import type { Item } from '@recto/content/item/item';
import { type ItemChange, joinChanges } from '@recto/content/item/item-change';
import type { StoredFacts } from './facts.ts';
import type { LoadedItem } from './table.ts';

/** Records on their way through an operation on many: each decision sees what those before it came to, and all are
 *  saved as one. */
export interface Batch {
  /** Undefined for what was not loaded, or has been destroyed. */
  find(id: string): LoadedItem | undefined;
  /** All others, as they are by now. */
  others(id: string): Item[];
  /** Who points at it. */
  referrers(id: string): Item[];
  /** Those that a record's removal may concern: who points at it, at any distance, and its descendants. */
  dependants(id: string): Item[];
  /** What rules ask about other records, answered as it is by now. */
  facts: StoredFacts;
  apply(changes: readonly ItemChange[]): void;
  changes(): ItemChange[];
}

export function openBatch(loaded: readonly LoadedItem[], facts: StoredFacts, rules: DocumentRules): Batch {
  const records = new Map(loaded.map((each) => [each.item.id, each]));
  const changes = new Map<string, ItemChange>();
  const gone = new Set<string>();
  const others = (id: string) =>
    [...records.values()].map(({ item }) => item).filter((item) => item.id !== id);
  return {
    find: (id) => records.get(id),
    others,
    referrers: (id) => others(id).filter((item) => linksOf(item, rules).includes(id)),
    dependants: (id) => dependantsOf(id, others(id), rules),
    facts: withOverlay(facts, (id) => (gone.has(id) ? null : records.get(id)?.item)),
    apply(next) {
      for (const change of next) {
        const id = (change.after ?? change.before)?.id ?? '';
        changes.set(id, join(changes.get(id), change));
        const record = records.get(id);
        if (change.after && record) records.set(id, { ...record, item: change.after });
        if (!change.after) {
          records.delete(id);
          gone.add(id);
        }
      }
    },
    changes: () => [...changes.values()],
  };
}

/** Versions of a record that is destroyed after all have nowhere to go. */
function join(first: ItemChange | undefined, second: ItemChange): ItemChange {
  const joined = first ? joinChanges(first, second) : second;
  return joined.after ? joined : { ...joined, versions: [] };
}

function dependantsOf(id: string, others: readonly Item[], rules: DocumentRules): Item[] {
  const found = new Map<string, Item>();
  const targets = new Set([id]);
  for (let size = -1; size < found.size; ) {
    size = found.size;
    for (const item of others) {
      if (found.has(item.id) || !dependsOn(item, targets, rules)) continue;
      found.set(item.id, item);
      targets.add(item.id);
    }
  }
  return [...found.values()];
}

function dependsOn(item: Item, targets: ReadonlySet<string>, rules: DocumentRules): boolean {
  if (item.parentId !== null && targets.has(item.parentId)) return true;
  return linksOf(item, rules).some((id) => targets.has(id));
}

/** Asked for each pair of records: derived once for each state of a record. */
const knownLinks = new WeakMap<Item, string[]>();

function linksOf(item: Item, rules: DocumentRules): string[] {
  const known = knownLinks.get(item);
  if (known) return known;
  const documents = item.published === item.current ? [item.current] : [item.current, item.published];
  const links = documents.flatMap((document) =>
    document ? deriveReferences(document, item.itemTypeId, rules).map((reference) => reference.id) : [],
  );
  knownLinks.set(item, links);
  return links;
}

/** @param now what the batch knows about a record: null when it destroyed it, undefined when it is no part of it */
function withOverlay(facts: StoredFacts, now: (id: string) => Item | null | undefined): StoredFacts {
  return {
    holderOf: facts.holderOf,
    seenBy(itemId) {
      const view = facts.seenBy(itemId);
      return {
        ...view,
        item(id) {
          const known = now(id);
          if (known === undefined) return view.item(id);
          if (known === null) return undefined;
          return { id, itemTypeId: known.itemTypeId, isPublished: known.publishedVersionId !== null };
        },
      };
    },
  };
}
