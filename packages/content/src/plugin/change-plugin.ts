import { isSameJson, type JsonObject } from '../json.ts';
import { type ErrorReason, refusal, refuseAll } from '../refusal.ts';
import { invalidField } from '../schema/invalid-field.ts';
import type { PluginManifest } from './manifest.ts';
import type { LegacyDeclaration, Plugin, PluginPermission } from './plugin.ts';

/** As documented, of the settings of a plugin. */
const MOST_PARAMETERS_BYTES = 10 * 1024;

/** What people write about a plugin that is not read from a package. */
export interface PluginDescription {
  name: string;
  description: string | null;
  url: string;
  permissions: readonly PluginPermission[];
}

/** Where plugins must not be: a page of our own origin could do everything that the admin can. */
export type IsForbidden = (url: URL) => boolean;

/** What a package says takes the place of what was known; settings stay, and so does what fields say. */
export function takeManifest(plugin: Plugin, manifest: PluginManifest, version: string): Plugin {
  if (plugin.legacy === null && manifest.legacy !== null) {
    throw refusal('CANNOT_UPGRADE_MODERN_PLUGIN_INTO_LEGACY');
  }
  if (plugin.legacy !== null && manifest.legacy !== null) refuseOther(plugin.legacy, manifest.legacy);
  return { ...plugin, ...manifest, packageVersion: version };
}

/** Values that belong to plugins of the older kind may be repeated, not changed, and never given to others. */
export function refuseLegacyChange(plugin: Plugin, given: Partial<LegacyDeclaration>): void {
  if (Object.keys(given).length === 0) return;
  if (plugin.legacy === null) throw refusal('CANNOT_UPGRADE_MODERN_PLUGIN_INTO_LEGACY');
  refuseOther(plugin.legacy, { ...plugin.legacy, ...given });
}

function refuseOther(before: LegacyDeclaration, after: LegacyDeclaration): void {
  const other = (['pluginType', 'fieldTypes', 'parameterDefinitions'] as const).filter(
    (key) => !isSameJson(inAnyOrder(before[key]), inAnyOrder(after[key])),
  );
  if (other.length > 0) throw refusal('NEW_PLUGIN_VERSION_IS_INCOMPATIBLE', { changed: other });
}

function inAnyOrder(value: LegacyDeclaration[keyof LegacyDeclaration]): unknown {
  return Array.isArray(value) ? value.toSorted() : value;
}

/** Writing about an installed package by hand makes a private plugin of it. */
export function describePlugin(
  plugin: Plugin,
  change: Partial<PluginDescription>,
  current: { url: string },
): Plugin {
  const { url = current.url, ...rest } = change;
  return { ...plugin, ...rest, entryPoint: { kind: 'url', url }, packageName: null, packageVersion: null };
}

/** Reports everything that is wrong with a plugin. */
export function checkPlugin(plugin: Plugin, isForbidden: IsForbidden): void {
  const reasons: ErrorReason[] = [];
  if (plugin.name.trim() === '') reasons.push(invalidField('Plugin', 'name', 'VALIDATION_REQUIRED'));
  if (plugin.entryPoint.kind === 'url') reasons.push(...checkUrl(plugin.entryPoint.url, isForbidden));
  reasons.push(...checkParameters(plugin.parameters));
  refuseAll(reasons);
}

function checkUrl(text: string, isForbidden: IsForbidden): ErrorReason[] {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) {
    return [
      invalidField('Plugin', 'url', 'VALIDATION_INVALID', { message: 'must be an address of the web' }),
    ];
  }
  if (!isForbidden(url)) return [];
  const message = 'must not be of the origin that the admin is served from';
  return [invalidField('Plugin', 'url', 'VALIDATION_INVALID', { message })];
}

function checkParameters(parameters: JsonObject): ErrorReason[] {
  const size = new TextEncoder().encode(JSON.stringify(parameters)).length;
  if (size <= MOST_PARAMETERS_BYTES) return [];
  const message = `must not be larger than ${MOST_PARAMETERS_BYTES} bytes`;
  return [invalidField('Plugin', 'parameters', 'VALIDATION_INVALID', { message })];
}
