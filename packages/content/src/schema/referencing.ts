import type { FieldRegistry } from '../field-type.ts';
import type { ValidatorName } from '../field-type-names.ts';
import type { Field } from './field.ts';
import type { ItemType } from './item-type.ts';
import type { Schema } from './schema.ts';

/** The item types that one rule of a field admits. */
export interface AdmittedItemTypes {
  rule: ValidatorName;
  kind: 'model' | 'block';
  ids: readonly string[];
}

/** What a field may link to or embed, rule by rule. */
export function admittedItemTypes(field: Field, registry: FieldRegistry): AdmittedItemTypes[] {
  return Object.entries(field.validators).flatMap(([name, parameters]) => {
    const rule = name as ValidatorName;
    const admitted = registry.validators[rule]?.itemTypes?.(parameters);
    return admitted ? [{ rule, ...admitted }] : [];
  });
}

/** Fields that name the model or block model in a rule. */
export function fieldsNaming(schema: Schema, itemTypeId: string, registry: FieldRegistry): Field[] {
  return [...schema.fields.values()].filter((field) =>
    admittedItemTypes(field, registry).some(({ ids }) => ids.includes(itemTypeId)),
  );
}

/** Item types that can hold a block of this block model, or a link to this model, directly or through any
 *  nesting of blocks. Each once, in the order of the schema; block models may nest in circles. */
export function referencingItemTypes(
  schema: Schema,
  itemTypeId: string,
  registry: FieldRegistry,
): ItemType[] {
  const found = new Set(fieldsNaming(schema, itemTypeId, registry).map((field) => field.itemTypeId));
  const holders = holdersByBlock(schema, registry);
  for (const id of found) for (const holder of holders.get(id) ?? []) found.add(holder);
  return [...schema.itemTypes.values()].filter((itemType) => found.has(itemType.id));
}

/** Block model → item types with a field that embeds it. */
export function holdersByBlock(schema: Schema, registry: FieldRegistry): Map<string, Set<string>> {
  const holders = new Map<string, Set<string>>();
  for (const field of schema.fields.values()) {
    for (const { kind, ids } of admittedItemTypes(field, registry)) {
      if (kind !== 'block') continue;
      for (const id of ids) holders.set(id, (holders.get(id) ?? new Set()).add(field.itemTypeId));
    }
  }
  return holders;
}
