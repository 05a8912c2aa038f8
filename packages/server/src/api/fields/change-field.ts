import type { Json } from '@recto/content/json';
import type { Field } from '@recto/content/schema/field';
import type { Schema } from '@recto/content/schema/schema';
import { presentItemType } from '#api/item-types/present.ts';
import { loadSingletonItems } from '#api/item-types/table.ts';
import type { RequestContext } from '#http/context.ts';
import { changeSchema } from '#schema/change-schema.ts';
import { presentField } from './present.ts';

export interface ChangedField {
  schema: Schema;
  field: Field;
  /** What else the change touched: the model, and fields that moved. */
  included?: Json[];
}

/** A change of the schema that is about one field, with what an answer about it brings along. */
export async function changeField(
  context: RequestContext,
  decide: (schema: Schema) => { schema: Schema; field: Field } | Promise<{ schema: Schema; field: Field }>,
): Promise<ChangedField> {
  let before = context.schema;
  const { schema, field } = await changeSchema(context, (current) => {
    before = current;
    return decide(current);
  });
  return { schema, field, included: await presentTouched(before, schema, field, context) };
}

async function presentTouched(
  before: Schema,
  after: Schema,
  field: Field,
  { db, environment, registry }: RequestContext,
): Promise<Json[]> {
  const itemType = after.itemTypes.get(field.itemTypeId);
  if (!itemType) return [];
  const singletons = await loadSingletonItems(db, environment.id, [itemType]);
  const moved = after
    .fieldsOf(itemType.id)
    .filter((other) => other.id !== field.id && other !== before.fields.get(other.id));
  return [
    presentItemType(itemType, after, singletons),
    ...moved.map((other) => presentField(other, after.settings, registry)),
  ];
}
