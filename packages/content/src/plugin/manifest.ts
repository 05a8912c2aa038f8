import { isJsonObject, type Json } from '../json.ts';
import {
  type EntryPoint,
  LEGACY_FIELD_TYPES,
  LEGACY_PLUGIN_TYPES,
  type LegacyDeclaration,
  PLUGIN_PERMISSIONS,
  type PluginPermission,
} from './plugin.ts';

/** What a package says about the plugin in it. */
export interface PluginManifest {
  name: string;
  description: string | null;
  entryPoint: EntryPoint;
  permissions: readonly PluginPermission[];
  legacy: LegacyDeclaration | null;
}

/** Why a package holds no plugin that can be installed. */
export type ManifestProblem =
  | 'keyword_missing'
  | 'manifest_missing'
  | 'title_missing'
  | 'entry_point_missing'
  | 'permission_unknown'
  | 'legacy_declaration_malformed';

const KEYWORD = 'datocms-plugin';
const LONGEST_NAME = 255;
const LONGEST_DESCRIPTION = 5_000;
const LARGEST_DEFINITIONS = 64 * 1024;

/** The rules of https://www.datocms.com/docs/plugin-sdk/publishing-to-marketplace on a `package.json`. */
export function readManifest(
  packageJson: unknown,
  files: { has(path: string): boolean },
): PluginManifest | ManifestProblem {
  const json = isJsonObject(packageJson) ? packageJson : {};
  const declared = json.datoCmsPlugin;
  if (!Array.isArray(json.keywords) || !json.keywords.includes(KEYWORD)) return 'keyword_missing';
  if (!isJsonObject(declared)) return 'manifest_missing';
  if (typeof declared.title !== 'string' || declared.title.trim() === '') return 'title_missing';
  const permissions = readPermissions(declared.permissions);
  if (!permissions) return 'permission_unknown';
  const legacy = readLegacyDeclaration(declared);
  if (legacy === 'malformed') return 'legacy_declaration_malformed';
  const entryPoint = readEntryPoint(declared.entryPoint, files, legacy !== null);
  if (!entryPoint) return 'entry_point_missing';
  const name = declared.title.slice(0, LONGEST_NAME);
  return { name, description: readDescription(json.description), entryPoint, permissions, legacy };
}

function readDescription(input: unknown): string | null {
  return typeof input === 'string' ? input.slice(0, LONGEST_DESCRIPTION) : null;
}

/** Official packages leave the key out. */
function readPermissions(input: unknown = []): PluginPermission[] | undefined {
  if (!Array.isArray(input)) return undefined;
  const known = PLUGIN_PERMISSIONS.filter((permission) => input.includes(permission));
  return known.length === new Set(input).size ? known : undefined;
}

/** Packages of the older kind may name a page elsewhere. */
function readEntryPoint(
  input: unknown,
  files: { has(path: string): boolean },
  isLegacy: boolean,
): EntryPoint | undefined {
  if (typeof input !== 'string') return undefined;
  if (isLegacy && /^https?:\/\//i.test(input) && URL.canParse(input)) return { kind: 'url', url: input };
  const path = input.replace(/^(?:\.?\/)+/, '');
  return files.has(path) ? { kind: 'file', path } : undefined;
}

function readLegacyDeclaration(declared: Record<string, unknown>): LegacyDeclaration | null | 'malformed' {
  if (declared.pluginType === undefined || declared.pluginType === null) return null;
  const pluginType = LEGACY_PLUGIN_TYPES.find((type) => type === declared.pluginType);
  const given: unknown = declared.fieldTypes ?? [];
  const fieldTypes = LEGACY_FIELD_TYPES.filter((type) => Array.isArray(given) && given.includes(type));
  const parameterDefinitions = readDefinitions(declared.parameters ?? {});
  if (!pluginType || !Array.isArray(given) || fieldTypes.length !== given.length || !parameterDefinitions) {
    return 'malformed';
  }
  return { pluginType, fieldTypes, parameterDefinitions };
}

function readDefinitions(input: unknown): LegacyDeclaration['parameterDefinitions'] | undefined {
  if (!isJsonObject(input) || JSON.stringify(input).length > LARGEST_DEFINITIONS) return undefined;
  const { global = [], instance = [] } = input;
  if (!Array.isArray(global) || !Array.isArray(instance)) return undefined;
  return { global: global as Json[], instance: instance as Json[] }; // a package.json is JSON
}
