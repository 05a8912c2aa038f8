import type { FieldRegistry } from '../../field-type.ts';
import { isSameJson } from '../../json.ts';
import type { Field } from '../field.ts';
import type { ItemType } from '../item-type.ts';
import { holdersByBlock } from '../referencing.ts';
import type { Schema } from '../schema.ts';
import { modelsNoLongerAdmitted } from './migrate-document.ts';

/** Models whose stored records have to be rewritten or checked again: those that changed themselves and those
 *  that hold, at any depth, blocks of a model that did. */
export function affectedItemTypes(before: Schema, after: Schema, registry: FieldRegistry): ItemType[] {
  const affected = new Set(
    [...after.itemTypes.values()]
      .filter((itemType) => isChanged(itemType, before, after))
      .map((itemType) => itemType.id),
  );
  for (const holders of [holdersByBlock(before, registry), holdersByBlock(after, registry)]) {
    for (const id of affected) for (const holder of holders.get(id) ?? []) affected.add(holder);
  }
  return [...after.itemTypes.values()].filter(
    (itemType) => affected.has(itemType.id) && !itemType.modularBlock && before.itemTypes.has(itemType.id),
  );
}

/** What decides about a document; names, hints, positions and editors do not. */
function isChanged(itemType: ItemType, before: Schema, after: Schema): boolean {
  const old = before.itemTypes.get(itemType.id);
  if (!old) return false;
  if (itemType.allLocalesRequired && !old.allLocalesRequired) return true;
  if (old.draftModeActive && !itemType.draftModeActive) return true;
  const oldFields = before.fieldsOf(itemType.id);
  const fields = after.fieldsOf(itemType.id);
  if (fields.length !== oldFields.length) return true;
  const hasOtherLocales = !isSameJson([...before.settings.locales], [...after.settings.locales]);
  return fields.some((field) => {
    const oldField = before.fields.get(field.id);
    return !oldField || isFieldChanged(oldField, field) || (field.localized && hasOtherLocales);
  });
}

function isFieldChanged(old: Field, field: Field): boolean {
  return (
    old.fieldType !== field.fieldType ||
    old.localized !== field.localized ||
    !isSameJson(old.validators, field.validators)
  );
}

/** Models to some of whose records a field may no longer link: their ids have to be known. */
export function modelsLosingLinks(before: Schema, after: Schema, registry: FieldRegistry): Set<string> {
  const losing = new Set<string>();
  for (const field of after.fields.values()) {
    const old = before.fields.get(field.id);
    if (!old || old === field) continue;
    for (const id of modelsNoLongerAdmitted(old, field, registry)) losing.add(id);
  }
  return losing;
}
