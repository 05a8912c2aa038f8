import type { Json } from '@recto/content/json';
import type { Plugin } from '@recto/content/plugin/plugin';
import { urlOf } from '#plugin-packages/plugin-address.ts';
import type { Settings } from '#settings.ts';

type Origins = Pick<Settings, 'publicUrl' | 'pluginsUrl'>;

/** As each version of the API shows plugins: the older ones know those of the older kind only. */
export function presentPlugin(plugin: Plugin, settings: Origins, apiVersion: string): Json {
  return apiVersion === '3' ? presentModern(plugin, settings) : presentOld(plugin, settings);
}

function presentModern(plugin: Plugin, settings: Origins): Json {
  const { legacy } = plugin;
  return {
    type: 'plugin',
    id: plugin.id,
    attributes: {
      name: plugin.name,
      description: plugin.description,
      url: urlOf(plugin, settings),
      parameters: plugin.parameters,
      package_name: plugin.packageName,
      package_version: plugin.packageVersion,
      permissions: [...plugin.permissions],
      plugin_type: legacy?.pluginType ?? null,
      field_types: legacy ? [...legacy.fieldTypes] : null,
      parameter_definitions: legacy ? presentDefinitions(legacy.parameterDefinitions) : null,
    },
    meta: { version: legacy ? '1' : '2' },
  };
}

/** Keys without a value are left out; those that every plugin had are always there. */
function presentOld(plugin: Plugin, settings: Origins): Json {
  const { legacy, description, packageName, packageVersion } = plugin;
  const definitions = legacy?.parameterDefinitions ?? { global: [], instance: [] };
  return {
    type: 'plugin',
    id: plugin.id,
    attributes: {
      name: plugin.name,
      ...(description === null ? {} : { description }),
      ...(packageName === null ? {} : { package_name: packageName }),
      ...(packageVersion === null ? {} : { package_version: packageVersion }),
      plugin_type: legacy?.pluginType ?? null,
      field_types: legacy ? [...legacy.fieldTypes] : [],
      url: urlOf(plugin, settings),
      parameters: plugin.parameters,
      parameter_definitions: presentDefinitions(definitions),
    },
  };
}

function presentDefinitions({
  global,
  instance,
}: {
  global: readonly Json[];
  instance: readonly Json[];
}): Json {
  return { global: [...global], instance: [...instance] };
}
