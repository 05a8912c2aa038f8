import type { JsonObject } from '@recto/content/json';
import type { LegacyDeclaration, Plugin, PluginPermission } from '@recto/content/plugin/plugin';
import { refusal } from '@recto/content/refusal';
import type { InstalledPlugins } from '@recto/fields/settings/check-plugins';
import { sql } from 'kysely';
import type { Db } from '#db/database.ts';
import type { PluginRow } from '#db/tables.ts';

type Columns = Omit<PluginRow, 'environment_id' | 'created_at' | 'parameters' | 'legacy'> & {
  parameters: JsonObject;
  legacy: LegacyDeclaration | null;
};

/** Oldest first. */
export async function listPlugins(db: Db, environmentId: string): Promise<Plugin[]> {
  const { rows } = await sql<Columns>`
    select * from plugin where environment_id = ${environmentId} order by created_at, id`.execute(db);
  return rows.map(pluginFromRow);
}

export async function findPlugin(db: Db, environmentId: string, id: string | undefined): Promise<Plugin> {
  const { rows } = await sql<Columns>`
    select * from plugin where environment_id = ${environmentId} and id = ${id ?? ''}`.execute(db);
  return rows[0] ? pluginFromRow(rows[0]) : notFound();
}

/** The same, and nobody else changes it before the end of the transaction. */
export async function lockPlugin(db: Db, environmentId: string, id: string): Promise<Plugin> {
  const { rows } = await sql<Columns>`
    select * from plugin where environment_id = ${environmentId} and id = ${id} for update`.execute(db);
  return rows[0] ? pluginFromRow(rows[0]) : notFound();
}

/** What fields may name. A plugin of the older kind without types is for all of them. */
export async function loadInstalledPlugins(db: Db, environmentId: string): Promise<InstalledPlugins> {
  const { rows } = await sql<{ id: string; field_types: string[] | null }>`
    select id, nullif(legacy->'fieldTypes', '[]') as field_types from plugin where environment_id = ${environmentId}`.execute(
    db,
  );
  return new Map(rows.map(({ id, field_types: fieldTypes }) => [id, { fieldTypes }]));
}

/** Answers false where the id is taken. */
export async function insertPlugin(
  db: Db,
  { environmentId, now }: { environmentId: string; now: Date },
  plugin: Plugin,
): Promise<boolean> {
  const row = { environment_id: environmentId, ...rowFromPlugin(plugin), created_at: now };
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('plugin')
    .values(row)
    .onConflict((conflict) => conflict.columns(['environment_id', 'id']).doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

export async function savePlugin(db: Db, environmentId: string, plugin: Plugin): Promise<void> {
  const { id, ...columns } = rowFromPlugin(plugin);
  await db
    .updateTable('plugin')
    .set(columns)
    .where('environment_id', '=', environmentId)
    .where('id', '=', id)
    .execute();
}

/** Of several who destroy it at the same time, one does. */
export async function deletePlugin(db: Db, environmentId: string, id: string): Promise<void> {
  const { rows } = await sql`
    delete from plugin where environment_id = ${environmentId} and id = ${id} returning id`.execute(db);
  if (rows.length === 0) notFound();
}

function pluginFromRow(row: Columns): Plugin {
  return {
    id: row.id,
    name: row.name,
    description: row.description,
    // One of the two is there.
    entryPoint:
      row.url === null ? { kind: 'file', path: row.entry_file ?? '' } : { kind: 'url', url: row.url },
    packageName: row.package_name,
    packageVersion: row.package_version,
    permissions: row.permissions as PluginPermission[], // as they were written
    parameters: row.parameters,
    legacy: row.legacy,
  };
}

function rowFromPlugin(plugin: Plugin) {
  const { entryPoint } = plugin;
  return {
    id: plugin.id,
    name: plugin.name,
    description: plugin.description,
    url: entryPoint.kind === 'url' ? entryPoint.url : null,
    entry_file: entryPoint.kind === 'file' ? entryPoint.path : null,
    package_name: plugin.packageName,
    package_version: plugin.packageVersion,
    permissions: [...plugin.permissions],
    parameters: JSON.stringify(plugin.parameters),
    legacy: plugin.legacy && JSON.stringify(plugin.legacy),
  };
}

function notFound(): never {
  throw refusal('NOT_FOUND');
}
