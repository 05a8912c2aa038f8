import type { Json } from '@recto/content/json';
import type { PluginDescription } from '@recto/content/plugin/change-plugin';
import type { LegacyDeclaration, Plugin } from '@recto/content/plugin/plugin';
import { type ErrorReason, refuseAll } from '@recto/content/refusal';
import { invalidField } from '@recto/content/schema/invalid-field';
import type { Static } from '@sinclair/typebox';
import { onlyGiven } from '#schema/only-given.ts';
import type { createPluginBody, updatePluginBody } from './contract.ts';

type NewAttributes = Static<typeof createPluginBody>['data']['attributes'];
type ChangedAttributes = NonNullable<Static<typeof updatePluginBody>['data']['attributes']>;

/** What is read from the package, so that it is not told along with its name. */
const READ_FROM_PACKAGE = [
  'name',
  'description',
  'url',
  'permissions',
  'plugin_type',
  'field_types',
  'parameter_definitions',
] as const;

/** The package that a caller wants installed. */
export function readWantedPackage(attributes: NewAttributes): { name: string; version: string | null } {
  const told = READ_FROM_PACKAGE.filter((key) => (attributes[key] ?? null) !== null);
  const message = 'is read from the package';
  refuseAll(told.map((key) => invalidField('Plugin', key, 'VALIDATION_INVALID', { message })));
  return { name: attributes.package_name ?? '', version: attributes.package_version ?? null };
}

/** A plugin that the caller describes: in the older versions of the API with a package it may come from. */
export function readDescribedPlugin(id: string, attributes: NewAttributes, apiVersion: string): Plugin {
  const isOld = apiVersion !== '3';
  const given = readLegacy(attributes);
  const isLegacy = isOld || Object.keys(given).length > 0;
  refuseAll([
    ...missing(attributes, isLegacy ? ['name', 'url', 'plugin_type'] : ['name', 'url']),
    ...(isOld && attributes.permissions ? [invalidField('Plugin', 'permissions', 'VALIDATION_INVALID')] : []),
  ]);
  const { name = '', url = '', description = null, permissions = [] } = attributes;
  const packageName = isOld ? (attributes.package_name ?? null) : null;
  return {
    id,
    name,
    description,
    entryPoint: { kind: 'url', url },
    packageName,
    packageVersion: packageName === null ? null : (attributes.package_version ?? null),
    permissions,
    parameters: {},
    legacy: isLegacy ? { ...LEAST_DECLARED, ...given } : null,
  };
}

const LEAST_DECLARED: LegacyDeclaration = {
  pluginType: 'field_editor',
  fieldTypes: [],
  parameterDefinitions: { global: [], instance: [] },
};

function missing(attributes: NewAttributes, names: readonly (keyof NewAttributes)[]): ErrorReason[] {
  const absent = names.filter((name) => (attributes[name] ?? null) === null);
  return absent.map((name) => invalidField('Plugin', name, 'VALIDATION_REQUIRED'));
}

/** Only what was sent with a value. */
export function readLegacy({
  plugin_type: type,
  field_types: fieldTypes,
  parameter_definitions: definitions,
}: Pick<
  ChangedAttributes,
  'plugin_type' | 'field_types' | 'parameter_definitions'
>): Partial<LegacyDeclaration> {
  return onlyGiven<Partial<LegacyDeclaration>>({
    pluginType: type === 'field' ? 'field_editor' : (type ?? undefined),
    fieldTypes: fieldTypes ?? undefined,
    parameterDefinitions: (definitions as { global: Json[]; instance: Json[] } | null) ?? undefined, // a body is JSON
  });
}

/** Only what was sent. */
export function readDescription(attributes: ChangedAttributes): Partial<PluginDescription> {
  const { name, description, url, permissions } = attributes;
  return onlyGiven<Partial<PluginDescription>>({ name, description, url, permissions });
}
