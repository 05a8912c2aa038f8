import type { Reference } from '../field-type.ts';
import type { Json } from '../json.ts';
import type { Field } from '../schema/field.ts';
import { emptyValue } from './default-value.ts';
import type { DocumentRules } from './document-rules.ts';
import { mapFieldValues } from './field-values.ts';
import type { Document } from './item.ts';

export type IsGone = (reference: Pick<Reference, 'kind' | 'id'>, field: Field) => boolean;

/** The document without the references that are gone, in blocks at any depth too. */
export function removeReferences(
  document: Document,
  itemTypeId: string,
  rules: DocumentRules,
  isGone: IsGone,
): Document {
  return mapFieldValues(document, rules.schema.fieldsOf(itemTypeId), ({ field, value }) =>
    removeFromValue(field, value, rules, isGone),
  );
}

function removeFromValue(field: Field, value: Json, rules: DocumentRules, isGone: IsGone): Json {
  if (value === null) return null;
  const type = rules.registry.types[field.fieldType];
  const hasGone = type.references?.(value).some((reference) => isGone(reference, field)) ?? false;
  const kept =
    hasGone && type.removeReferences
      ? type.removeReferences(value, (reference) => isGone(reference, field))
      : value;
  if (kept === null) return emptyValue(field, rules);
  if (!type.mapBlocks) return kept;
  return type.mapBlocks(kept, (block) => ({
    ...block,
    values: removeReferences(block.values, block.itemTypeId, rules, isGone),
  }));
}
