import { affectedItemTypes } from '@recto/content/schema/effects/affected-item-types';
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
import { saveSchema } from './save-schema.ts';
import { announceSchemaJob, bumpSchemaVersion } from './schema-version.ts';

/** Versions of records, the current ones included. */
const MOST_VERSIONS_IN_A_REQUEST = 5_000;
const VERSIONS_WORTH_A_COUNT = 1_000;

/**
 * The one way a schema changes: take the turn (changes of one environment happen one after the other), decide
 * on what is there now, save what differs, carry the stored records along, record what happened. All of it in
 * the transaction of the request.
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
  await weighMigration(context, migration);
  await migrateRecords(context, migration);
  await moveStages(db, environment.id, migration);
  await saveSchema(db, environment.id, { ...migration, now: context.now });
  await followFieldsInFilters(db, { environmentId: environment.id, now: context.now }, migration);
  await context.record(schemaEvents(before, decision.schema));
  return decision;
}

/** Looks at how much there is to rewrite: too much for one request is left to a job. */
async function weighMigration(
  context: RequestContext,
  { before, after }: { before: Schema; after: Schema },
): Promise<void> {
  const { db, environment, registry } = context;
  const affected = affectedItemTypes(before, after, registry).map((itemType) => itemType.id);
  if (affected.length === 0) return;
  const count = await countVersions(db, environment.id, affected, MOST_VERSIONS_IN_A_REQUEST + 1);
  if (count > MOST_VERSIONS_IN_A_REQUEST && context.jobId === null) {
    throw new Postponed(context, (own, jobId) => announceSchemaJob(own, environment.id, jobId));
  }
  if (count > VERSIONS_WORTH_A_COUNT) await countRowsForPlanner(db);
}
