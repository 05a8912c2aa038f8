import { type FieldFates, followFields } from '@recto/content/saved-filter/item-type-filter';
import type { Schema } from '@recto/content/schema/schema';
import { itemTypeFilterTable } from '#api/item-type-filters/table.ts';
import type { Db } from '#db/database.ts';
import { listFilters, updateFilters } from '#saved-filters/filter-table.ts';

/** Saved filters name fields by their API keys: they follow a new name, and forget a field that is gone. */
export async function followFieldsInFilters(
  db: Db,
  scope: { environmentId: string; now: Date },
  { before, after }: { before: Schema; after: Schema },
): Promise<void> {
  const fates = fatesByModel(before, after);
  if (fates.size === 0) return;
  const filters = await listFilters(db, scope.environmentId, itemTypeFilterTable);
  const changed = filters.flatMap((filter) => {
    const followed = followFields(filter, fates.get(filter.itemTypeId) ?? new Map());
    return followed === filter ? [] : [followed];
  });
  await updateFilters(db, scope, itemTypeFilterTable, changed);
}

/** Of models that are still there. */
function fatesByModel(before: Schema, after: Schema): Map<string, FieldFates> {
  const fates = new Map<string, Map<string, string | null>>();
  for (const old of before.fields.values()) {
    const apiKey = after.fields.get(old.id)?.apiKey ?? null;
    if (apiKey === old.apiKey || !after.itemTypes.has(old.itemTypeId)) continue;
    fates.set(old.itemTypeId, (fates.get(old.itemTypeId) ?? new Map()).set(old.apiKey, apiKey));
  }
  return fates;
}
