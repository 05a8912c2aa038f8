import { affectedItemTypes } from '@recto/content/schema/effects/affected-item-types';
import { leavesDraftMode } from '@recto/content/schema/effects/migrate-item';
import { schemaEvents } from '@recto/content/schema/effects/schema-events';
import type { Schema } from '@recto/content/schema/schema';
import type { RequestContext } from '#http/context.ts';
import { Postponed } from '#http/postpone-endpoint.ts';
import { refuseWrite } from '#http/refuse-place.ts';
import { followFieldsInFilters } from './follow-fields.ts';
import { readSchema } from './load-schema.ts';
import { migrateRecords } from './migrate-records.ts';
import { countRowsForPlanner, countVersions } from './migrated-rows.ts';
import { moveStages } from './move-stages.ts';
import { renumberItems } from './renumber-items.ts';
import { saveSchema } from './save-schema.ts';
import { announceSchemaChange, beginSettling, type Extent, lockSchemaChange } from './schema-change-table.ts';
import { bumpSchemaVersion } from './schema-version.ts';

/** Versions of records, the current ones included: about a third of a second on the embedded database, which serves
 *  nobody else meanwhile. */
const MOST_VERSIONS_IN_A_REQUEST = 1_000;
const VERSIONS_WORTH_A_COUNT = 500;

interface Migration {
  before: Schema;
  after: Schema;
}

/** Thrown by a change that a job tries for the first time: its records have to be carried along before. */
export class SlicesFirst extends Error {
  readonly migration: Migration;

  constructor(migration: Migration) {
    super('The records of the change are not ready yet');
    this.name = 'SlicesFirst';
    this.migration = migration;
  }
}

/**
 * The one way a schema changes: take the turn (changes of one environment happen one after the other), decide
 * on what is there now, save what differs, carry the stored records along, record what happened. All of it in
 * the transaction of the request; the many records of a large model are carried along by a job, in slices before and
 * after it.
 */
export async function changeSchema<Decision extends { schema: Schema }>(
  context: RequestContext,
  decide: (schema: Schema) => Decision | Promise<Decision>,
): Promise<Decision> {
  const { db, environment } = context;
  refuseWrite('settings', context.site, environment);
  const version = await bumpSchemaVersion(db, environment.id, context.jobId);
  const isCurrent = context.schema.version === version - 1;
  const before = isCurrent ? context.schema : await readSchema(db, environment.id);
  const decision = await decide(before);
  const migration = { before, after: decision.schema };
  const left = await carryRecordsAlong(context, migration);
  await moveStages(db, environment.id, migration);
  await saveSchema(db, environment.id, { ...migration, left, now: context.now });
  await followFieldsInFilters(db, { environmentId: environment.id, now: context.now }, migration);
  await context.record(schemaEvents(before, decision.schema));
  return decision;
}

/** Answers which destroyed models go later, with their records. */
async function carryRecordsAlong(context: RequestContext, migration: Migration): Promise<readonly string[]> {
  const { db, environment, jobId } = context;
  await renumberItems(db, environment.id, migration);
  if (jobId === null) {
    await weighMigration(context, migration);
    await migrateRecords(context, migration);
    return [];
  }
  const change = await lockSchemaChange(db, { environmentId: environment.id, jobId });
  if (change?.step !== 'switch') throw new SlicesFirst(migration);
  await beginSettling(db, environment.id);
  return change.goneItemTypeIds;
}

/** Looks at how much there is to rewrite: too much for one request is left to a job. */
async function weighMigration(context: RequestContext, migration: Migration): Promise<void> {
  const { db, environment } = context;
  const extent = extentOf(context, migration);
  const concerned = [...extent.itemTypeIds, ...extent.goneItemTypeIds];
  if (concerned.length === 0) return;
  const count = await countVersions(db, environment.id, concerned, MOST_VERSIONS_IN_A_REQUEST + 1);
  if (count > MOST_VERSIONS_IN_A_REQUEST) {
    throw new Postponed(context, (own, jobId) =>
      announceSchemaChange(own, { ...extent, environmentId: environment.id, jobId }),
    );
  }
  if (count > VERSIONS_WORTH_A_COUNT) await countRowsForPlanner(db);
}

function extentOf({ registry }: RequestContext, { before, after }: Migration): Extent {
  const itemTypeIds = affectedItemTypes(before, after, registry).map(({ id }) => id);
  return {
    itemTypeIds,
    publishedItemTypeIds: itemTypeIds.filter((id) => leavesDraftMode(id, { before, after })),
    goneItemTypeIds: [...before.itemTypes.values()]
      .filter(({ id, modularBlock }) => !modularBlock && !after.itemTypes.has(id))
      .map(({ id }) => id),
  };
}
