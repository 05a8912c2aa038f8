import { refusal } from '@recto/content/refusal';
import { attemptEach, distinctIds, type Tally } from '#bulk/attempt-each.ts';
import type { RequestContext } from '#http/context.ts';
import { moveToStage } from './move-to-stage.ts';
import { doInTurn, saveAlone } from './save-in-turn.ts';
import { destroying, publishing, unpublishing } from './state-changes.ts';
import { findItem } from './table.ts';

/*
 * Each record is loaded, judged and saved by itself, in a transaction of its own, as the endpoints for one record
 * do it.
 */

export function publishMany(context: RequestContext, linkages: readonly { id: string }[]): Promise<Tally> {
  return attemptEach(distinctIds(linkages), (id) => doInTurn(context, publishing(id)));
}

export function unpublishMany(context: RequestContext, linkages: readonly { id: string }[]): Promise<Tally> {
  return attemptEach(distinctIds(linkages), (id) => doInTurn(context, unpublishing(id)));
}

export function destroyMany(context: RequestContext, linkages: readonly { id: string }[]): Promise<Tally> {
  return attemptEach(distinctIds(linkages), (id) => saveAlone(context, destroying(id)));
}

export function moveManyToStage(
  context: RequestContext,
  linkages: readonly { id: string }[],
  stage: string,
): Promise<Tally> {
  return attemptEach(distinctIds(linkages), (id) =>
    doInTurn(context, {
      load: async ({ db, environment }) => {
        const loaded = await findItem(db, environment.id, id);
        if (!loaded) throw refusal('NOT_FOUND');
        return loaded;
      },
      may: () => true, // asked where the record is moved
      run: (loaded, alone) => moveToStage(alone, loaded, stage),
    }),
  );
}
