import type { Condition } from '@recto/content/condition';
import { collectFacts } from '@recto/content/item/collect-facts';
import type { Document } from '@recto/content/item/item';
import { readableUploads } from '@recto/content/permissions/evaluate';
import { refusal } from '@recto/content/refusal';
import { listUploads } from '#api/uploads/table.ts';
import type { RequestContext } from '#http/context.ts';

/** Whoever may not see an asset may not use it either. What the record holds already stays. */
export async function refuseClosedUploads(
  context: RequestContext,
  itemTypeId: string,
  { before, after }: { before: Document | null; after: Document },
): Promise<void> {
  const readable = readableUploads(context.permissions, context.identity);
  if (readable.kind === 'always') return;
  const held = before ? collectFacts(before, itemTypeId, context).uploads : [];
  const added = collectFacts(after, itemTypeId, context).uploads.filter((id) => !held.includes(id));
  if (added.length === 0) return;
  if (readable.kind === 'never' || (await countUploads(context, readable, added)) < added.length) {
    throw refusal('INSUFFICIENT_PERMISSIONS', { action: 'read' });
  }
}

async function countUploads({ db, environment }: RequestContext, readable: Condition, ids: string[]) {
  const isOne: Condition = {
    kind: 'in',
    operand: { kind: 'upload', attribute: 'id', locale: null },
    values: ids,
  };
  const condition: Condition = { kind: 'and', conditions: [readable, isOne] };
  return (await listUploads(db, environment.id, { condition, order: [], offset: 0, limit: 0 })).totalCount;
}
