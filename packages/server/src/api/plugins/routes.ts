import { isEntityId } from '@recto/content/id';
import { hasFlag } from '@recto/content/permissions/evaluate';
import { checkPlugin } from '@recto/content/plugin/change-plugin';
import type { Plugin } from '@recto/content/plugin/plugin';
import { fieldsUsing, withoutPlugin } from '@recto/content/plugin/plugin-in-fields';
import { refusal, refuseAll } from '@recto/content/refusal';
import { invalidField } from '@recto/content/schema/invalid-field';
import { fieldEntity } from '#api/fields/entity.ts';
import { presentField } from '#api/fields/present.ts';
import type { RequestContext } from '#http/context.ts';
import { documentOf, listOf } from '#http/document.ts';
import { type Endpoint, endpoint } from '#http/endpoint.ts';
import { isForbiddenUrl } from '#plugin-packages/plugin-address.ts';
import { changeSchema } from '#schema/change-schema.ts';
import { buildFieldRooms } from '#schema/field-rooms.ts';
import { createPluginBody, pluginEntity, updatePluginBody } from './contract.ts';
import { installPlugin } from './install-plugin.ts';
import { presentPlugin } from './present.ts';
import { readDescribedPlugin, readWantedPackage } from './read-body.ts';
import { deletePlugin, findPlugin, insertPlugin, listPlugins, lockPlugin, savePlugin } from './table.ts';
import { fetchWantedVersion, updatePlugin } from './update-plugin.ts';

const base = {
  resource: 'plugin',
  answer: documentOf(pluginEntity),
  present: (plugin: Plugin, { settings }: RequestContext, { apiVersion }: { apiVersion: string }) => ({
    data: presentPlugin(plugin, settings, apiVersion),
  }),
};
const one = {
  ...base,
  path: '/plugins/:plugin_id',
  load: (
    { params }: { params: Readonly<Record<string, string>> },
    { db, environment }: RequestContext,
  ): Promise<Plugin> => findPlugin(db, environment.id, params.plugin_id),
};
// Whoever enters the admin needs all of them.
const readable = { policy: () => true };
const writable = {
  policy: (_subject: unknown, { permissions }: RequestContext) => hasFlag(permissions, 'can_edit_schema'),
};

const list = endpoint({
  ...base,
  ...readable,
  rel: 'instances',
  method: 'GET',
  path: '/plugins',
  answer: listOf(pluginEntity),
  run: (_request, { db, environment }) => listPlugins(db, environment.id),
  present: (plugins, { settings }, { apiVersion }) => ({
    data: plugins.map((plugin) => presentPlugin(plugin, settings, apiVersion)),
  }),
});

const find = endpoint({
  ...one,
  ...readable,
  rel: 'self',
  method: 'GET',
  run: async (_request, _context, plugin) => plugin,
});

const create = endpoint({
  ...base,
  ...writable,
  rel: 'create',
  method: 'POST',
  path: '/plugins',
  body: createPluginBody,
  transaction: 'own',
  async run({ body: { data }, apiVersion }, context) {
    const { db, environment, now, settings } = context;
    const id = chooseId(apiVersion === '3' ? data.id : undefined, context);
    const isInstalled = apiVersion === '3' && (data.attributes.package_name ?? null) !== null;
    const plugin = isInstalled
      ? await installNewPlugin(context, id, readWantedPackage(data.attributes))
      : readDescribedPlugin(id, data.attributes, apiVersion);
    checkPlugin(plugin, (url) => isForbiddenUrl(url, settings));
    if (!(await insertPlugin(db, { environmentId: environment.id, now }, plugin))) {
      refuseAll([invalidField('Plugin', 'id', 'VALIDATION_UNIQUENESS')]);
    }
    return plugin;
  },
});

const update = endpoint({
  ...one,
  ...writable,
  rel: 'update',
  method: 'PUT',
  body: updatePluginBody,
  transaction: 'own',
  async run({ body: { data }, apiVersion }, context, plugin: Plugin) {
    const { environment, settings } = context;
    const { attributes = {} } = data;
    const fetched = await fetchWantedVersion(context, plugin, attributes, apiVersion);
    return context.db.transaction().execute(async (db) => {
      const before = await lockPlugin(db, environment.id, plugin.id);
      const after = updatePlugin(before, attributes, { fetched, settings, apiVersion });
      checkPlugin(after, (url) => isForbiddenUrl(url, settings));
      await savePlugin(db, environment.id, after);
      return after;
    });
  },
});

const destroy = endpoint({
  ...one,
  ...writable,
  rel: 'destroy',
  method: 'DELETE',
  async run(_request, context, plugin: Plugin) {
    const rooms = buildFieldRooms(context.registry, new Map());
    // In the turn of those who change fields, so that none of them names it afterwards.
    await changeSchema(context, (before) => ({ schema: withoutPlugin(before, plugin.id, rooms) }));
    await deletePlugin(context.db, context.environment.id, plugin.id);
    return plugin;
  },
});

const listFields = endpoint({
  ...one,
  ...readable,
  rel: 'fields',
  method: 'GET',
  path: '/plugins/:plugin_id/fields',
  answer: listOf(fieldEntity),
  run: async (_request, { schema }, { id }) => fieldsUsing(schema, id),
  present: (fields, { schema, registry }) => ({
    data: fields.map((field) => presentField(field, schema.settings, registry)),
  }),
});

export const pluginEndpoints: Endpoint[] = [list, find, create, update, destroy, listFields];

function chooseId(id: string | undefined, { newId }: RequestContext): string {
  if (id !== undefined && !isEntityId(id)) throw refusal('INVALID_ENTITY_ID', { id });
  return id ?? newId();
}

async function installNewPlugin(
  context: RequestContext,
  id: string,
  wanted: { name: string; version: string | null },
): Promise<Plugin> {
  const { name, version, manifest } = await installPlugin(context, wanted, 'package_name');
  return { id, packageName: name, packageVersion: version, parameters: {}, ...manifest };
}
