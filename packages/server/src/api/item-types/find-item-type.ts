import { refusal } from '@recto/content/refusal';
import type { ItemType } from '@recto/content/schema/item-type';
import type { Schema } from '@recto/content/schema/schema';

/** By id or API key, as every path segment of models may be. */
export function findItemType(schema: Schema, idOrApiKey: string | undefined): ItemType {
  const key = idOrApiKey ?? '';
  const itemType = schema.itemTypes.get(key) ?? schema.itemTypesByApiKey.get(key);
  if (!itemType) throw refusal('NOT_FOUND');
  return itemType;
}
