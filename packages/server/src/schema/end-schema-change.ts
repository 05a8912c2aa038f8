import { finishJob } from '#api/job-results/table.ts';
import type { Database } from '#db/database.ts';
import { deleteRows } from '#db/save-rows.ts';
import { recordEvents } from '#http/record-events.ts';
import { endSchemaChange, lockSchemaChange } from './schema-change-table.ts';
import type { Settling } from './settle-records.ts';
import { deleteItemsOf, forgetNext } from './shaped-rows.ts';
import { walkStep } from './walk-step.ts';

const MOST_RECORDS = 1_000;

/** Records go with their model; whoever keeps something about them has to know. */
export async function clearModels(settling: Settling): Promise<void> {
  const { database, siteId, environmentId } = settling;
  const walk = { step: 'clear models', root: 'item', most: MOST_RECORDS } as const;
  await walkStep(database, settling, walk, async (db, range, change) => {
    const itemTypeIds = change.goneItemTypeIds;
    if (itemTypeIds.length === 0) return;
    const gone = await deleteItemsOf(db, { environmentId, itemTypeIds, range });
    const events = gone.map(({ id, item_type_id }) => ({
      entityType: 'item' as const,
      eventType: 'delete' as const,
      entityId: id,
      details: { itemTypeId: item_type_id },
    }));
    const environment = { id: environmentId, schemaVersion: change.schemaVersion };
    await recordEvents(db, { siteId, environment, now: settling.now() }, events);
  });
}

/** A change that turned out to be impossible leaves nothing behind. */
export async function forgetPrepared(settling: Settling): Promise<void> {
  const { database, environmentId } = settling;
  for (const [step, root] of [
    ['undo items', 'item'],
    ['undo versions', 'item_version'],
  ] as const) {
    await walkStep(database, settling, { step, root, most: MOST_RECORDS }, (db, range) =>
      forgetNext(db, root, { environmentId, range }),
    );
  }
}

/** Writers are let in again and the caller learns what came of it, both at once. */
export async function endChange(
  database: Database,
  { environmentId, jobId, now }: { environmentId: string; jobId: string; now(): Date },
): Promise<void> {
  await database.db.transaction().execute(async (db) => {
    const change = await lockSchemaChange(db, { environmentId, jobId });
    if (!change) return;
    if (change.step === 'end') await deleteRows(db, 'item_type', environmentId, [...change.goneItemTypeIds]);
    if (change.outcome) await finishJob(db, { id: jobId, ...change.outcome }, now());
    await endSchemaChange(db, { environmentId, jobId });
  });
}
