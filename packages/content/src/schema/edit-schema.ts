import type { Workflow } from '../workflow/workflow.ts';
import type { Field, Fieldset } from './field.ts';
import type { ItemType } from './item-type.ts';
import { type Layout, layoutOf } from './positions.ts';
import { buildSchema, type Schema } from './schema.ts';

/** Decisions about the schema take a schema and answer the next one; what differs is saved, and what it does
 *  to stored records follows from the two (`effects/`). */
export function withItemType(schema: Schema, itemType: ItemType): Schema {
  const others = [...schema.itemTypes.values()];
  const index = others.findIndex((other) => other.id === itemType.id);
  if (index === -1) others.push(itemType);
  else others[index] = itemType;
  return next(schema, { itemTypes: others });
}

export function withoutItemType(schema: Schema, itemTypeId: string): Schema {
  return next(schema, {
    itemTypes: [...schema.itemTypes.values()].filter((itemType) => itemType.id !== itemTypeId),
    fields: [...schema.fields.values()].filter((field) => field.itemTypeId !== itemTypeId),
    fieldsets: allFieldsets(schema).filter((fieldset) => fieldset.itemTypeId !== itemTypeId),
  });
}

/** Replaces all fields and fieldsets of one model. */
export function withLayout(schema: Schema, itemTypeId: string, layout: Layout): Schema {
  return next(schema, {
    fields: [
      ...[...schema.fields.values()].filter((field) => field.itemTypeId !== itemTypeId),
      ...layout.fields,
    ],
    fieldsets: [
      ...allFieldsets(schema).filter((fieldset) => fieldset.itemTypeId !== itemTypeId),
      ...layout.fieldsets,
    ],
  });
}

export function withField(schema: Schema, field: Field): Schema {
  const layout = layoutOf(schema, field.itemTypeId);
  const fields = layout.fields.map((other) => (other.id === field.id ? field : other));
  return withLayout(schema, field.itemTypeId, { ...layout, fields });
}

export function withFieldset(schema: Schema, fieldset: Fieldset): Schema {
  const layout = layoutOf(schema, fieldset.itemTypeId);
  const fieldsets = layout.fieldsets.map((other) => (other.id === fieldset.id ? fieldset : other));
  return withLayout(schema, fieldset.itemTypeId, { ...layout, fieldsets });
}

export function withWorkflow(schema: Schema, workflow: Workflow): Schema {
  const others = new Map(schema.workflows);
  return next(schema, { workflows: [...others.set(workflow.id, workflow).values()] });
}

export function withoutWorkflow(schema: Schema, workflowId: string): Schema {
  return next(schema, { workflows: [...schema.workflows.values()].filter(({ id }) => id !== workflowId) });
}

export function allFieldsets(schema: Schema): Fieldset[] {
  return [...schema.itemTypes.keys()].flatMap((id) => schema.fieldsetsOf(id));
}

function next(
  schema: Schema,
  parts: { itemTypes?: ItemType[]; fields?: Field[]; fieldsets?: Fieldset[]; workflows?: Workflow[] },
): Schema {
  return buildSchema({
    version: schema.version,
    settings: schema.settings,
    itemTypes: parts.itemTypes ?? [...schema.itemTypes.values()],
    fields: parts.fields ?? [...schema.fields.values()],
    fieldsets: parts.fieldsets ?? allFieldsets(schema),
    workflows: parts.workflows ?? [...schema.workflows.values()],
  });
}
