import type { FieldRegistry } from '../field-type.ts';
import type { JsonObject } from '../json.ts';
import { refusal } from '../refusal.ts';
import { withField, withoutItemType } from './edit-schema.ts';
import type { Field } from './field.ts';
import type { ItemType } from './item-type.ts';
import { admittedItemTypes, fieldsNaming } from './referencing.ts';
import type { Schema } from './schema.ts';

/** Takes a model out of the schema and out of the rules that name it. A block model that a field of another
 *  item type embeds has to stay. */
export function destroyItemType(schema: Schema, itemType: ItemType, registry: FieldRegistry): Schema {
  const naming = fieldsNaming(schema, itemType.id, registry).filter(
    (field) => field.itemTypeId !== itemType.id,
  );
  if (itemType.modularBlock && naming.length > 0) {
    throw refusal('MODULAR_BLOCK_IN_USE', { fields: naming.map((field) => field.id) });
  }
  const rest = withoutItemType(schema, itemType.id);
  return naming
    .map((field) => withoutAdmitted(field, itemType.id, registry))
    .reduce((current, field) => withField(current, field), rest);
}

/** Every rule that admits item types keeps them under the same name. */
function withoutAdmitted(field: Field, itemTypeId: string, registry: FieldRegistry): Field {
  const rules = admittedItemTypes(field, registry).map(({ rule, ids }) => {
    const parameters: JsonObject = {
      ...field.validators[rule],
      item_types: ids.filter((id) => id !== itemTypeId),
    };
    return [rule, parameters];
  });
  return { ...field, validators: { ...field.validators, ...Object.fromEntries(rules) } };
}
