import { refusal } from '@recto/content/refusal';
import { schemaEvents } from '@recto/content/schema/effects/schema-events';
import type { Schema } from '@recto/content/schema/schema';
import type { RequestContext } from '#http/context.ts';
import { readSchema } from './load-schema.ts';
import { migrateRecords } from './migrate-records.ts';
import { saveSchema } from './save-schema.ts';
import { bumpSchemaVersion } from './schema-version.ts';

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
  refuseReadOnly(context);
  const version = await bumpSchemaVersion(db, environment.id);
  const isCurrent = context.schema.version === version - 1;
  const before = isCurrent ? context.schema : await readSchema(db, environment.id);
  const decision = await decide(before);
  const migration = { before, after: decision.schema };
  await migrateRecords(context, migration);
  await saveSchema(db, environment.id, { ...migration, now: context.now });
  await context.record(schemaEvents(before, decision.schema));
  return decision;
}

/** Where the project says so, the primary environment changes by promotion of a sandbox only. */
function refuseReadOnly({ site, environment }: RequestContext): void {
  if (environment.isPrimary && site.settings.force_use_of_sandbox_environments === true) {
    throw refusal('PRIMARY_ENVIRONMENT_SETTINGS_READ_ONLY');
  }
}
