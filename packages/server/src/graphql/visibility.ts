import type { Condition } from '@recto/content/condition';
import type { Identity } from '@recto/content/item/item';
import { readableItems, visibleItemTypes } from '@recto/content/permissions/evaluate';
import type { Permissions } from '@recto/content/permissions/permissions';
import type { ItemType } from '@recto/content/schema/item-type';
import type { Schema } from '@recto/content/schema/schema';

/** What the caller may see: the models, and of each model which records. */
export interface Visibility {
  /** Ids of visible models and block models. */
  itemTypes: ReadonlySet<string>;
  models: readonly ItemType[];
  conditionOf(itemTypeId: string): Condition;
  localizedFieldIds(itemTypeId: string): readonly string[];
}

const NEVER: Condition = { kind: 'never' };

export function visibilityOf(permissions: Permissions, schema: Schema, identity: Identity): Visibility {
  const itemTypes = visibleItemTypes(permissions, schema);
  const models = [...schema.itemTypes.values()].filter(
    ({ id, modularBlock }) => !modularBlock && itemTypes.has(id),
  );
  const conditions = new Map(models.map((model) => [model.id, readableItems(permissions, model, identity)]));
  return {
    itemTypes,
    models,
    conditionOf: (id) => conditions.get(id) ?? NEVER,
    localizedFieldIds: (id) =>
      schema
        .fieldsOf(id)
        .filter(({ localized }) => localized)
        .map((field) => field.id),
  };
}
