import type { Condition, Operand } from '@recto/content/condition';
import { conditionTags, orderingTags } from '#cache-tags/condition-tags.ts';
import { childrenTag, metaTag, uploadsTag, usedUploadsTag } from '#cache-tags/content-tags.ts';
import type { DeliveryContext, ListQuery, RecordSource } from '../delivery-context.ts';
import type { Visibility } from '../visibility.ts';
import type { Reads } from './reads.ts';

interface TrackingOptions {
  visibility: Pick<Visibility, 'conditionOf'>;
  onlyValid: boolean;
}

/** The same view of the content, which also tells `reads` what it was asked for. */
export function trackReads(
  context: DeliveryContext,
  reads: Reads,
  { visibility, onlyValid }: TrackingOptions,
): DeliveryContext {
  const found = (sources: readonly RecordSource[]) => {
    for (const { item } of sources) reads.addRecord(item);
  };
  const setOf = ({ itemTypeId, condition }: Pick<ListQuery, 'itemTypeId' | 'condition'>) => {
    const model = { ...reads.place, itemTypeId };
    const set = conditionTags(both(condition, visibility.conditionOf(itemTypeId)), model);
    if (onlyValid) set.tags.push(metaTag(model, itemTypeId, 'is_valid'));
    return set;
  };

  async function listItems(query: ListQuery): Promise<RecordSource[]> {
    const { tags, isNarrow } = setOf(query);
    reads.add(tags);
    // Whether a second record meets the condition decides whether their order matters.
    const isOneOfFew = isNarrow && query.first === 1 && query.skip === 0;
    const sources = await context.listItems(isOneOfFew ? { ...query, first: 2 } : query);
    const isOrdered = !isOneOfFew || sources.length > 1;
    if (isOrdered) reads.add(orderingTags(query.order, { ...reads.place, itemTypeId: query.itemTypeId }));
    const page = isOneOfFew ? sources.slice(0, 1) : sources;
    found(page);
    return page;
  }

  async function loadItem(id: string, scope: ListQuery['scope']): Promise<RecordSource | undefined> {
    const source = await context.loadItem(id, scope);
    if (source) reads.addRecord(source.item);
    else reads.addMissingRecord(id);
    return source;
  }

  return {
    ...context,
    listItems,
    loadItem,
    countItems(query) {
      reads.add(setOf(query).tags);
      return context.countItems(query);
    },
    async loadItems(ids, scope) {
      const sources = await context.loadItems(ids, scope);
      found(sources);
      const present = new Set(sources.map(({ id }) => id));
      for (const id of ids) if (!present.has(id)) reads.addMissingRecord(id);
      return sources;
    },
    async loadChildren(parentId, scope) {
      reads.add([childrenTag(reads.place, parentId)]);
      const sources = await context.loadChildren(parentId, scope);
      found(sources);
      return sources;
    },
    loadUpload(id) {
      reads.addUpload(id);
      return context.loadUpload(id);
    },
    listUploads(query) {
      reads.add(uploadListTags(query.condition, reads.place.environmentId));
      return context.listUploads(query);
    },
    countUploads(query) {
      reads.add(uploadListTags(query.condition, reads.place.environmentId));
      return context.countUploads(query);
    },
  };
}

function both(one: Condition | null, other: Condition): Condition {
  return one ? { kind: 'and', conditions: [one, other] } : other;
}

function uploadListTags(condition: Condition | null, environmentId: string): string[] {
  const all = [uploadsTag(environmentId)];
  return condition && asksForUse(condition) ? [...all, usedUploadsTag(environmentId)] : all;
}

function asksForUse(condition: Condition): boolean {
  if ('conditions' in condition) return condition.conditions.some(asksForUse);
  if (condition.kind === 'not') return asksForUse(condition.condition);
  return 'operand' in condition && isUse(condition.operand);
}

function isUse(operand: Operand): boolean {
  return operand.kind === 'upload' && operand.attribute === 'in_use';
}
