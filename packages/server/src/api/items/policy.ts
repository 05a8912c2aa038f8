import { compareDocuments, touchedLocales } from '@recto/content/item/compare-documents';
import type { Document, Item } from '@recto/content/item/item';
import type { ManageableLocales } from '@recto/content/item/locales';
import { mayActOnItem, type TouchedContent } from '@recto/content/permissions/evaluate';
import type { ItemAction } from '@recto/content/permissions/permissions';
import { refusal } from '@recto/content/refusal';
import type { ItemType } from '@recto/content/schema/item-type';
import type { RequestContext } from '#http/context.ts';

type Action = Exclude<ItemAction, 'all'>;

/** May whoever asks do this with a record at all, or with the parts of it that are named? */
export function mayWithItem(
  { permissions, identity, schema }: RequestContext,
  action: Action,
  item: Item,
  touched: TouchedContent & { toStage?: string } = {},
): boolean {
  const itemType = schema.itemTypes.get(item.itemTypeId);
  return (
    itemType !== undefined && mayActOnItem(permissions, { action, itemType, item, identity, ...touched })
  );
}

export function mayCreate({ permissions, identity }: RequestContext, itemType: ItemType): boolean {
  return mayActOnItem(permissions, { action: 'create', itemType, identity });
}

/** The locales whose content they may write; null: all of them. */
export function manageableLocales(
  { permissions, identity, schema }: RequestContext,
  itemType: ItemType,
  item: Item | null,
): ManageableLocales {
  if (permissions.isOwner) return null;
  const { locales } = schema.settings;
  const action = item ? 'update' : 'create';
  const manageable = locales.filter((locale) =>
    mayActOnItem(permissions, { action, itemType, identity, ...(item && { item }), locales: [locale] }),
  );
  return manageable.length === locales.length ? null : new Set(manageable);
}

/** Refuses what reaches into content that the role does not open. */
export function refuseForbiddenContent(
  context: RequestContext,
  action: Action,
  item: Item,
  change: { before: Document; after: Document },
): void {
  const fields = context.schema.fieldsOf(item.itemTypeId);
  const difference = compareDocuments(change.before, change.after, fields);
  const touched = { locales: touchedLocales(difference), nonLocalized: difference.nonLocalizedChanged };
  if (!mayWithItem(context, action, item, touched)) {
    throw refusal('INSUFFICIENT_PERMISSIONS', { action, item: item.id });
  }
}
