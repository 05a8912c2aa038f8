import type { Json } from '../json.ts';
import type { Field } from '../schema/field.ts';
import type { DocumentRules } from './document-rules.ts';
import { mapFieldValues } from './field-values.ts';
import type { Block, Document } from './item.ts';

/** Changes one block; null leaves it out. */
export type BlockChange = (block: Block) => Block | null;

/** The document with every block changed, outer blocks first, then what is inside of what they became. */
export function mapBlocks(
  document: Document,
  itemTypeId: string,
  rules: DocumentRules,
  change: BlockChange,
): Document {
  return mapFieldValues(document, rules.schema.fieldsOf(itemTypeId), ({ field, value }) =>
    mapBlocksOfValue(field, value, rules, change),
  );
}

export function mapBlocksOfValue(field: Field, value: Json, rules: DocumentRules, change: BlockChange): Json {
  const type = rules.registry.types[field.fieldType];
  if (value === null || !type.mapBlocks) return value;
  return type.mapBlocks(value, (block) => {
    const changed = change(block);
    return changed && { ...changed, values: mapBlocks(changed.values, changed.itemTypeId, rules, change) };
  });
}
