import type { Json, JsonObject } from '../json.ts';

/** What a plugin may be granted besides its place in the admin. */
export const PLUGIN_PERMISSIONS = ['currentUserAccessToken'] as const;
export type PluginPermission = (typeof PLUGIN_PERMISSIONS)[number];

export const LEGACY_PLUGIN_TYPES = ['field_editor', 'sidebar', 'field_addon'] as const;
export type LegacyPluginType = (typeof LEGACY_PLUGIN_TYPES)[number];

/** Field types that plugins of the older kind can be made for: those that came later are not among them. */
export const LEGACY_FIELD_TYPES = [
  'boolean',
  'date',
  'date_time',
  'float',
  'integer',
  'string',
  'text',
  'lat_lon',
  'json',
  'seo',
  'link',
  'links',
  'video',
  'color',
  'slug',
  'rich_text',
  'file',
  'gallery',
] as const;
export type LegacyFieldType = (typeof LEGACY_FIELD_TYPES)[number];

/** What a plugin of the older kind says beforehand. Modern ones say it while they run. */
export interface LegacyDeclaration {
  pluginType: LegacyPluginType;
  fieldTypes: readonly LegacyFieldType[];
  parameterDefinitions: { global: readonly Json[]; instance: readonly Json[] };
}

/** Where the page is that the admin shows in a frame: an address, or a file of the installed package. */
export type EntryPoint = { kind: 'url'; url: string } | { kind: 'file'; path: string };

/** A web page that extends the admin, in one environment. */
export interface Plugin {
  id: string;
  name: string;
  description: string | null;
  entryPoint: EntryPoint;
  /** Null for a private plugin, as is its version. */
  packageName: string | null;
  packageVersion: string | null;
  permissions: readonly PluginPermission[];
  /** Whatever the plugin keeps there. */
  parameters: JsonObject;
  /** Null for a modern plugin. */
  legacy: LegacyDeclaration | null;
}
