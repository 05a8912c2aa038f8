import type { Item } from '@recto/content/item/item';
import { type ItemChange, itemEvent } from '@recto/content/item/item-change';
import { refusal } from '@recto/content/refusal';
import { workflowOf } from '@recto/content/schema/schema';
import { hasStage } from '@recto/content/workflow/workflow';
import type { RequestContext } from '#http/context.ts';
import { loadFacts } from './facts.ts';
import { mayWithItem } from './policy.ts';
import { saveChanges } from './save-changes.ts';
import type { LoadedItem } from './table.ts';

/** Moves a record and leaves its content as it is: there is no new version. */
export async function moveToStage(
  context: RequestContext,
  { item, hasChildren }: LoadedItem,
  stage: string,
): Promise<LoadedItem> {
  const changes = moveOnly(context, item, stage);
  const facts = await loadFacts(context.db, context.environment.id, {});
  await saveChanges(context, { changes, facts });
  return { item: changes[0]?.after ?? item, hasChildren };
}

/** The change, or none where the record is there already. */
export function moveOnly(context: RequestContext, item: Item, stage: string): ItemChange[] {
  refuseMoveToStage(context, item, stage);
  if (item.stage === stage) return [];
  const after = { ...item, stage, updatedAt: context.now.toISOString() };
  return [{ before: item, after, versions: [], events: [itemEvent('update', after)] }];
}

/** A stage has to be one of the record's workflow, and the role has to open the way to it. */
export function refuseMoveToStage(context: RequestContext, item: Item, stage: string | null): void {
  if (stage === item.stage) return;
  const itemType = context.schema.itemTypes.get(item.itemTypeId);
  const workflow = itemType && workflowOf(context.schema, itemType);
  if (stage === null || !workflow || !hasStage(workflow, stage)) {
    throw refusal('INVALID_FIELD', { field: 'stage', code: 'VALIDATION_INVALID' });
  }
  if (!mayWithItem(context, 'move_to_stage', item, { toStage: stage })) {
    throw refusal('INSUFFICIENT_PERMISSIONS', { action: 'move_to_stage', item: item.id });
  }
}
