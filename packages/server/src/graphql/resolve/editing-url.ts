import type { DeliveryContext, RecordSource, UploadSource } from '../delivery-context.ts';

/** Where an editor changes the record; a block is changed inside the record it stands in. */
export function recordEditingUrl({ item }: RecordSource, context: DeliveryContext): string | null {
  return editingUrl(`editor/item_types/${item.itemTypeId}/items/${item.id}/edit`, context);
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
  const inEnvironment = environment.isPrimary ? '' : `environments/${environment.name}/`;
  return `${baseEditingUrl}/${inEnvironment}${path}`;
}
