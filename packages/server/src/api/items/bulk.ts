import { destroyItem } from '@recto/content/item/destroy-item';
import type { Circumstances, ItemChange } from '@recto/content/item/item-change';
import { publishItem } from '@recto/content/item/publish-item';
import { fieldsWithStrategy } from '@recto/content/item/reference-strategies';
import { unpublishItem } from '@recto/content/item/unpublish-item';
import { attemptEach, distinctIds, refuseUnless, type Tally } from '#bulk/attempt-each.ts';
import type { RequestContext } from '#http/context.ts';
import type { Batch } from './batch.ts';
import { decideMany } from './decide-many.ts';
import { moveOnly } from './move-to-stage.ts';
import { mayWithItem } from './policy.ts';
import { loadPublicationReach } from './publication.ts';
import { isTakenOff, refuseForbiddenPublication } from './publish-record.ts';
import { saveAlone } from './save-in-turn.ts';
import { destroying } from './state-changes.ts';
import { findItems, findRemovalReach, findWithReferrers, type LoadedItem } from './table.ts';

type Linkages = readonly { id: string }[];

export function publishMany(context: RequestContext, linkages: Linkages): Promise<Tally> {
  return decideMany(context, distinctIds(linkages), { load: loadPublicationReach, decide: publish });
}

function publish(
  { item }: LoadedItem,
  batch: Batch,
  circumstances: Circumstances,
  context: RequestContext,
): ItemChange[] {
  refuseUnless(mayWithItem(context, 'publish', item));
  const reachable = new Map(batch.others(item.id).map((other) => [other.id, other]));
  const request = { item, document: item.current, recursive: false, reachable };
  const changes = publishItem(request, circumstances);
  for (const change of changes) refuseForbiddenPublication(context, change);
  return changes;
}

export function unpublishMany(context: RequestContext, linkages: Linkages): Promise<Tally> {
  return decideMany(context, distinctIds(linkages), {
    load: (alone, ids) => {
      const fields = fieldsWithStrategy(alone, ({ onUnpublish }) => onUnpublish === 'unpublish');
      return findRemovalReach(alone.db, alone.environment.id, ids, fields);
    },
    decide: unpublish,
  });
}

function unpublish(
  { item }: LoadedItem,
  batch: Batch,
  circumstances: Circumstances,
  context: RequestContext,
): ItemChange[] {
  refuseUnless(mayWithItem(context, 'publish', item));
  const affected = batch.dependants(item.id).filter(({ published }) => published !== null);
  const changes = unpublishItem({ item, recursive: false, affected }, circumstances);
  for (const change of changes.filter(isTakenOff)) refuseForbiddenPublication(context, change);
  return changes;
}

/** A parent can only go after its children: those that had some are tried by themselves at the end. */
export async function destroyMany(context: RequestContext, linkages: Linkages): Promise<Tally> {
  const parents: string[] = [];
  const tally = await decideMany(context, distinctIds(linkages), {
    load: (alone, ids) => findWithReferrers(alone.db, alone.environment.id, ids),
    decide: (loaded, batch, circumstances, alone) => {
      refuseUnless(mayWithItem(alone, 'delete', loaded.item));
      if (loaded.hasChildren) parents.push(loaded.item.id);
      return destroy(loaded, batch, circumstances);
    },
  });
  const late = await attemptEach(parents, (id) => saveAlone(context, destroying(id)));
  return { successful: tally.successful + late.successful, failed: tally.failed - late.successful };
}

function destroy(
  { item, hasChildren }: LoadedItem,
  batch: Batch,
  circumstances: Circumstances,
): ItemChange[] {
  return destroyItem({ item, hasChildren, referrers: batch.referrers(item.id) }, circumstances);
}

export function moveManyToStage(context: RequestContext, linkages: Linkages, stage: string): Promise<Tally> {
  return decideMany(context, distinctIds(linkages), {
    load: ({ db, environment }, ids) => findItems(db, environment.id, ids),
    decide: ({ item }, _batch, _circumstances, alone) => moveOnly(alone, item, stage),
  });
}
