import type { DeliveryContext, RecordSource, UploadSource } from '../delivery-context.ts';
import { shownLocale } from './locales.ts';

/** Where an editor changes the record; a block is changed inside the record it stands in. With a field, because panels
 *  beside a website leave out addresses without one. */
export function recordEditingUrl(record: RecordSource, context: DeliveryContext): string | null {
  const { itemTypeId, id } = record.item;
  const path = record.path ?? titlePath(record, context);
  if (path !== undefined) return fieldEditingUrl(record, path, context);
  return editingUrl(`editor/item_types/${itemTypeId}/items/${id}/edit`, context);
}

function titlePath(
  { itemType, values, scope }: RecordSource,
  { schema }: DeliveryContext,
): string | undefined {
  const field = schema.fields.get(itemType.titleFieldId ?? '') ?? schema.fieldsOf(itemType.id)[0];
  return field?.localized ? `${field.apiKey}.${shownLocale(values[field.id], scope)}` : field?.apiKey;
}

export function assetEditingUrl({ upload }: UploadSource, context: DeliveryContext): string | null {
  return editingUrl(`media/assets/${upload.id}`, context);
}

/** The field of the record, and the way to it through the blocks it stands in. */
export function fieldEditingUrl(
  { item }: RecordSource,
  path: string,
  context: DeliveryContext,
): string | null {
  return editingUrl(`editor/item_types/${item.itemTypeId}/items/${item.id}/edit#fieldPath=${path}`, context);
}

/** Null unless the caller says where the project's admin lives. */
function editingUrl(path: string, { baseEditingUrl, environment }: DeliveryContext): string | null {
  if (baseEditingUrl === null) return null;
  const isNamed = environment.isPrimary || /\/environments\/[^/]+$/.test(baseEditingUrl);
  const inEnvironment = isNamed ? '' : `environments/${environment.name}/`;
  return `${baseEditingUrl}/${inEnvironment}${path}`;
}
