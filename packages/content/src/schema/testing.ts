import type { FieldRegistry, FieldType } from '../field-type.ts';
import { FIELD_TYPE_NAMES, type FieldTypeName } from '../field-type-names.ts';
import { DEFAULT_ENVIRONMENT_FLAGS } from './environment-flags.ts';
import type { Field, Fieldset } from './field.ts';
import type { ItemType } from './item-type.ts';
import { buildSchema, type EnvironmentSettings, type Schema } from './schema.ts';

/** A collection without draft mode; the id is the API key unless given. */
export function buildItemType(overrides: Partial<ItemType> & { apiKey: string }): ItemType {
  return {
    id: overrides.apiKey,
    name: overrides.apiKey,
    modularBlock: false,
    singleton: false,
    sortable: false,
    tree: false,
    draftModeActive: false,
    draftSavingActive: false,
    allLocalesRequired: false,
    collectionAppearance: 'compact',
    hint: null,
    inverseRelationshipsEnabled: false,
    orderingDirection: null,
    orderingMeta: null,
    orderingFieldId: null,
    presentationTitleFieldId: null,
    presentationImageFieldId: null,
    titleFieldId: null,
    imagePreviewFieldId: null,
    excerptFieldId: null,
    workflowId: null,
    ...overrides,
  };
}

/** A single-line text without rules; the id is the API key unless given. */
export function buildField(overrides: Partial<Field> & { apiKey: string; itemTypeId: string }): Field {
  return {
    id: overrides.apiKey,
    fieldsetId: null,
    label: overrides.apiKey,
    fieldType: 'string',
    localized: false,
    validators: {},
    appearance: { editor: 'single_line', parameters: {}, addons: [] },
    position: 1,
    hint: null,
    defaultValue: null,
    deepFilteringEnabled: false,
    contentLinkEnabled: true,
    ...overrides,
  };
}

export function buildFieldset(overrides: Partial<Fieldset> & { id: string; itemTypeId: string }): Fieldset {
  return {
    title: overrides.id,
    hint: null,
    position: 1,
    collapsible: false,
    startCollapsed: false,
    ...overrides,
  };
}

type FieldSketch = Partial<Field> & { apiKey: string };
type ItemTypeSketch = Partial<ItemType> & { apiKey: string; fields?: FieldSketch[]; fieldsets?: Fieldset[] };

/**
 * A schema from sketches. Fields without a position stand in the order given.
 *
 * ```ts
 * buildTestSchema([{ apiKey: 'post', fields: [{ apiKey: 'title', localized: true }] }], { locales: ['en', 'it'] })
 * ```
 */
export function buildTestSchema(
  sketches: readonly ItemTypeSketch[],
  settings: Partial<EnvironmentSettings> = {},
): Schema {
  const itemTypes = sketches.map(({ fields: _fields, fieldsets: _fieldsets, ...sketch }) =>
    buildItemType(sketch),
  );
  return buildSchema({
    version: 1,
    settings: {
      locales: ['en'],
      timeZone: 'UTC',
      millisecondsInDatetime: false,
      flags: DEFAULT_ENVIRONMENT_FLAGS,
      ...settings,
    },
    itemTypes,
    fields: sketches.flatMap((sketch) =>
      (sketch.fields ?? []).map((field, index) =>
        buildField({ position: index + 1, itemTypeId: sketch.id ?? sketch.apiKey, ...field }),
      ),
    ),
    fieldsets: sketches.flatMap((sketch) => sketch.fieldsets ?? []),
    workflows: [],
  });
}

/** A registry for tests of what happens around fields: every type is a plain text without rules. */
export function buildTestRegistry(
  overrides: Partial<Record<FieldTypeName, Partial<FieldType>>> = {},
): FieldRegistry {
  const types = FIELD_TYPE_NAMES.map((name) => [name, { ...plainText, name, ...overrides[name] }]);
  return { types: Object.fromEntries(types), validators: {} as FieldRegistry['validators'] };
}

const plainText: FieldType = {
  name: 'string',
  parse: (input) => (typeof input === 'string' ? input : undefined),
  present: (value) => value,
  isBlank: (value) => value === null || value === '',
  storedAs: 'text',
  text: String,
  validators: { required: [], optional: [] },
  editors: { single_line: { parameters: () => ({}) } },
  hasDefaultValue: true,
  delivery: { output: { kind: 'scalar', type: 'String' }, filter: 'StringFilter', orderable: true },
};
