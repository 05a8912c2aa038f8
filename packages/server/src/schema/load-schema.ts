import { buildSchema, type Schema, type SchemaChange } from '@recto/content/schema/schema';
import { sql } from 'kysely';
import type { Db } from '#db/database.ts';
import type { SchemaChangeColumns } from './schema-change-table.ts';
import {
  environmentSettingsFromRow,
  type FieldColumns,
  type FieldsetColumns,
  fieldFromRow,
  fieldsetFromRow,
  type ItemTypeColumns,
  itemTypeFromRow,
  type WorkflowColumns,
  workflowFromRow,
} from './table.ts';

/** Environments whose schema stays in memory; the one unused for longest leaves first. */
const CACHED_ENVIRONMENTS = 200;
const cache = new Map<string, Schema>();

/** An environment's models at the version its row names. Read once a version and process. */
export async function loadSchema(
  db: Db,
  environment: { id: string; schemaVersion: number },
): Promise<Schema> {
  const cached = cache.get(environment.id);
  if (cached?.version === environment.schemaVersion) return remember(environment.id, cached);
  return remember(environment.id, await readSchema(db, environment.id));
}

/** The same, past the cache: inside a transaction that changes the schema, whose version may never be. */
export async function readSchema(db: Db, environmentId: string): Promise<Schema> {
  // One statement, so that models and version are of one moment.
  const { rows } = await sql<SchemaColumns>`
    select e.schema_version::text as version, to_json(e.locales) as locales, e.time_zone, e.settings,
      (select coalesce(json_agg(t order by t.created_at, t.id), '[]') from item_type t
        where t.environment_id = e.id) as item_types,
      (select coalesce(json_agg(f), '[]') from field f where f.environment_id = e.id) as fields,
      (select coalesce(json_agg(s), '[]') from fieldset s where s.environment_id = e.id) as fieldsets,
      (select coalesce(json_agg(w order by w.created_at, w.id), '[]') from workflow w
        where w.environment_id = e.id) as workflows,
      (select to_json(c) from schema_change c where c.environment_id = e.id) as change
    from environment e where e.id = ${environmentId}`.execute(db);
  const row = rows[0];
  if (!row) throw new Error(`Environment ${environmentId} has gone`);
  return buildSchema({
    version: Number(row.version),
    settings: environmentSettingsFromRow(row),
    itemTypes: withoutGone(row).map(itemTypeFromRow),
    fields: row.fields.map(fieldFromRow),
    fieldsets: row.fieldsets.map(fieldsetFromRow),
    workflows: row.workflows.map(workflowFromRow),
    change: row.change && changeFromRow(row.change),
  });
}

interface SchemaColumns {
  version: string;
  locales: string[];
  time_zone: string;
  settings: Record<string, unknown>;
  item_types: ItemTypeColumns[];
  fields: FieldColumns[];
  fieldsets: FieldsetColumns[];
  workflows: WorkflowColumns[];
  change: SchemaChangeColumns | null;
}

/** The row of a destroyed model stays until its records are gone. */
function withoutGone({ item_types, change }: SchemaColumns): ItemTypeColumns[] {
  if (!change?.is_settling) return item_types;
  return item_types.filter(({ id }) => !change.gone_item_type_ids.includes(id));
}

function changeFromRow({ item_type_ids, is_settling }: SchemaChangeColumns): SchemaChange {
  return { itemTypeIds: new Set(item_type_ids), isSettling: is_settling };
}

function remember(environmentId: string, schema: Schema): Schema {
  cache.delete(environmentId);
  cache.set(environmentId, schema);
  if (cache.size > CACHED_ENVIRONMENTS) {
    for (const oldest of cache.keys()) {
      cache.delete(oldest);
      break;
    }
  }
  return schema;
}
