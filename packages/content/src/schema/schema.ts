import type { Workflow } from '../workflow/workflow.ts';
import type { EnvironmentFlags } from './environment-flags.ts';
import type { Field, Fieldset } from './field.ts';
import type { ItemType } from './item-type.ts';

/** The settings of an environment that decide what its documents look like. */
export interface EnvironmentSettings {
  /** Ordered; the first is the main one. */
  locales: readonly string[];
  /** IANA name. */
  timeZone: string;
  /** `site.meta.milliseconds_in_datetime` */
  millisecondsInDatetime: boolean;
  flags: EnvironmentFlags;
}

/** A change of the schema that is still being carried through the records. */
export interface SchemaChange {
  /** Models whose records nobody else may write meanwhile. */
  itemTypeIds: ReadonlySet<string>;
  /** The schema is the next one already; documents still stand beside those of the older shape, and validity is not
   *  known yet. */
  isSettling: boolean;
}

/** One environment's models at one moment. Immutable: a change makes a new one. */
export interface Schema {
  /** Grows with every change of the environment's schema or settings. */
  version: number;
  settings: EnvironmentSettings;
  itemTypes: ReadonlyMap<string, ItemType>;
  itemTypesByApiKey: ReadonlyMap<string, ItemType>;
  fields: ReadonlyMap<string, Field>;
  workflows: ReadonlyMap<string, Workflow>;
  /** Null: all records are as the models say. */
  change: SchemaChange | null;
  /** In the order editors see them. */
  fieldsOf(itemTypeId: string): readonly Field[];
  fieldsetsOf(itemTypeId: string): readonly Fieldset[];
}

export function buildSchema(parts: {
  version: number;
  settings: EnvironmentSettings;
  itemTypes: readonly ItemType[];
  fields: readonly Field[];
  fieldsets: readonly Fieldset[];
  workflows: readonly Workflow[];
  change?: SchemaChange | null;
}): Schema {
  const fieldsByItemType = groupByItemType(inReadingOrder(parts.fields, parts.fieldsets));
  const fieldsetsByItemType = groupByItemType(parts.fieldsets.toSorted((a, b) => a.position - b.position));
  return {
    version: parts.version,
    settings: parts.settings,
    itemTypes: new Map(parts.itemTypes.map((itemType) => [itemType.id, itemType])),
    itemTypesByApiKey: new Map(parts.itemTypes.map((itemType) => [itemType.apiKey, itemType])),
    fields: new Map(parts.fields.map((field) => [field.id, field])),
    workflows: new Map(parts.workflows.map((workflow) => [workflow.id, workflow])),
    change: parts.change ?? null,
    fieldsOf: (id) => fieldsByItemType.get(id) ?? [],
    fieldsetsOf: (id) => fieldsetsByItemType.get(id) ?? [],
  };
}

/** A fieldset's fields stand where the fieldset stands. */
function inReadingOrder(fields: readonly Field[], fieldsets: readonly Fieldset[]): Field[] {
  const outer = new Map(fieldsets.map((fieldset) => [fieldset.id, fieldset.position]));
  const rootPosition = (field: Field) =>
    field.fieldsetId === null ? field.position : (outer.get(field.fieldsetId) ?? 0);
  return fields.toSorted((a, b) => rootPosition(a) - rootPosition(b) || a.position - b.position);
}

function groupByItemType<Part extends { itemTypeId: string }>(parts: readonly Part[]): Map<string, Part[]> {
  const groups = new Map<string, Part[]>();
  for (const part of parts) {
    const group = groups.get(part.itemTypeId);
    if (group) group.push(part);
    else groups.set(part.itemTypeId, [part]);
  }
  return groups;
}

/** The workflow that a model's records go through. */
export function workflowOf(schema: Schema, itemType: ItemType): Workflow | null {
  return itemType.workflowId === null ? null : (schema.workflows.get(itemType.workflowId) ?? null);
}
