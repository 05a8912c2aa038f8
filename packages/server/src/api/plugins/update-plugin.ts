import type { JsonObject } from '@recto/content/json';
import { isSameJson } from '@recto/content/json';
import {
  describePlugin,
  type PluginDescription,
  refuseLegacyChange,
  takeManifest,
} from '@recto/content/plugin/change-plugin';
import type { Plugin } from '@recto/content/plugin/plugin';
import { refusal, refuseAll } from '@recto/content/refusal';
import { invalidField } from '@recto/content/schema/invalid-field';
import type { Static } from '@sinclair/typebox';
import type { RequestContext } from '#http/context.ts';
import { urlOf } from '#plugin-packages/plugin-address.ts';
import type { InstalledPackage } from '#plugin-packages/table.ts';
import type { updatePluginBody } from './contract.ts';
import { installPlugin } from './install-plugin.ts';
import { readDescription, readLegacy } from './read-body.ts';

type Attributes = NonNullable<Static<typeof updatePluginBody>['data']['attributes']>;

/** Another version of the package, if that is what the caller wants. Asks the registry: not in a transaction. */
export async function fetchWantedVersion(
  context: RequestContext,
  plugin: Plugin,
  attributes: Attributes,
  apiVersion: string,
): Promise<InstalledPackage | null> {
  const { package_version: version = null } = attributes;
  if (version === null || version === plugin.packageVersion) return null;
  if (isDescribedByCaller(plugin, apiVersion)) return null;
  if (plugin.packageName === null) throw refusal('INVALID_PLUGIN_VERSION', { version });
  return installPlugin(context, { name: plugin.packageName, version }, 'package_version');
}

/** The plugin as the caller wants it to be; pure. */
export function updatePlugin(
  plugin: Plugin,
  attributes: Attributes,
  { fetched, settings, apiVersion }: Circumstances,
): Plugin {
  refuseOtherPackage(plugin, attributes);
  refuseLegacyChange(plugin, readLegacy(attributes));
  const parameters = (attributes.parameters ?? plugin.parameters) as JsonObject; // a body is JSON
  const current = { ...plugin, parameters, legacy: leavesItsKind(plugin, attributes) ? null : plugin.legacy };
  if (isDescribedByCaller(plugin, apiVersion)) return retell(current, attributes);
  if (fetched) return takeManifest(current, fetched.manifest, fetched.version);
  const change = readDescription(attributes);
  const url = urlOf(plugin, settings);
  const isWritten = plugin.packageName === null || makesPrivate(plugin, attributes, { change, url });
  return isWritten ? describePlugin(current, change, { url }) : current;
}

interface Circumstances {
  fetched: InstalledPackage | null;
  settings: RequestContext['settings'];
  apiVersion: string;
}

function refuseOtherPackage(plugin: Plugin, { package_name: name = null }: Attributes): void {
  if (name === null || name === plugin.packageName) return;
  const message = 'cannot be changed';
  refuseAll([invalidField('Plugin', 'package_name', 'VALIDATION_INVALID', { message })]);
}

/** A private plugin of the older kind was written anew for the modern one. */
function leavesItsKind({ packageName }: Plugin, { plugin_type: type }: Attributes): boolean {
  return type === null && packageName === null;
}

/** In the older versions of the API, callers tell what stands in a package; nobody looks. */
function isDescribedByCaller({ entryPoint }: Plugin, apiVersion: string): boolean {
  return apiVersion !== '3' && entryPoint.kind === 'url';
}

function retell(plugin: Plugin, attributes: Attributes): Plugin {
  const { url, ...rest } = readDescription(attributes);
  const entryPoint = url === undefined ? plugin.entryPoint : ({ kind: 'url', url } as const);
  const { package_version: version = null } = attributes;
  if (version !== null && plugin.packageName === null) throw refusal('INVALID_PLUGIN_VERSION', { version });
  return { ...plugin, ...rest, entryPoint, packageVersion: version ?? plugin.packageVersion };
}

/** Whoever writes about a package by hand wants a plugin of their own. One that was read and is sent back whole, its
 *  version included, stays what it is. */
function makesPrivate(
  plugin: Plugin,
  { package_version: version }: Attributes,
  { change, url }: { change: Partial<PluginDescription>; url: string },
): boolean {
  if (version === null) return true;
  const { name, description, permissions } = plugin;
  const now: PluginDescription = { name, description, permissions, url };
  return version === undefined
    ? Object.keys(change).length > 0
    : Object.entries(change).some(([key, value]) => !isSameJson(value, now[key as keyof PluginDescription]));
}
