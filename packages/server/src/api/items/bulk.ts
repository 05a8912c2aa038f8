import { refusal } from '@recto/content/refusal';
import { attemptEach, distinctIds, refuseUnless, type Tally } from '#bulk/attempt-each.ts';
import type { RequestContext } from '#http/context.ts';
import { moveToStage } from './move-to-stage.ts';
import { mayWithItem } from './policy.ts';
import {
  destroyRecord,
  loadForDestroying,
  loadForPublishing,
  loadForUnpublishing,
  publishRecord,
  unpublishRecord,
} from './publish-record.ts';
import { findItem } from './table.ts';

/*
 * Each record is loaded, judged and saved by itself, in a transaction of its own, as the endpoints for one record
 * do it.
 */

export function publishMany(context: RequestContext, linkages: readonly { id: string }[]): Promise<Tally> {
  return attemptEach(distinctIds(linkages), async (id) => {
    const loaded = await loadForPublishing(context, id);
    refuseUnless(mayWithItem(context, 'publish', loaded.item));
    await publishRecord(context, loaded, undefined, false);
  });
}

export function unpublishMany(context: RequestContext, linkages: readonly { id: string }[]): Promise<Tally> {
  return attemptEach(distinctIds(linkages), async (id) => {
    const loaded = await loadForUnpublishing(context, id);
    refuseUnless(mayWithItem(context, 'publish', loaded.item));
    await unpublishRecord(context, loaded, undefined, false);
  });
}

export function destroyMany(context: RequestContext, linkages: readonly { id: string }[]): Promise<Tally> {
  return attemptEach(distinctIds(linkages), async (id) => {
    const loaded = await loadForDestroying(context, id);
    refuseUnless(mayWithItem(context, 'delete', loaded.item));
    await destroyRecord(context, loaded);
  });
}

export function moveManyToStage(
  context: RequestContext,
  linkages: readonly { id: string }[],
  stage: string,
): Promise<Tally> {
  return attemptEach(distinctIds(linkages), async (id) => {
    const loaded = await findItem(context.db, context.environment.id, id);
    if (!loaded) throw refusal('NOT_FOUND');
    await moveToStage(context, loaded, stage);
  });
}
