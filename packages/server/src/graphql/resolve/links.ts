import type { Json } from '@recto/content/json';
import type { DeliveryContext, LocaleScope, RecordSource } from '../delivery-context.ts';
import { type Maybe, whenThere } from '../when-there.ts';

interface Place {
  scope: LocaleScope;
  context: DeliveryContext;
}

/** Records of models that the field does not let in (any more, or for this caller) are as absent as unpublished
 *  ones: the type of the field has no place for them. */
export function readLink(
  allowed: ReadonlySet<string>,
): (value: Json, place: Place) => Maybe<RecordSource | null> {
  return (value, { scope, context }) =>
    whenThere(context.loadItem(String(value), scope), (record) =>
      record && allowed.has(record.itemType.id) ? record : null,
    );
}

export function readLinks(
  allowed: ReadonlySet<string>,
): (value: Json, place: Place) => Maybe<RecordSource[]> {
  return (value, { scope, context }) => loadAllowed((value as string[]) ?? [], allowed, scope, context);
}

/** In the order of the ids; those that cannot be seen are left out. */
export function loadAllowed(
  ids: readonly string[],
  allowed: ReadonlySet<string>,
  scope: LocaleScope,
  context: DeliveryContext,
): Maybe<RecordSource[]> {
  if (ids.length === 0 || allowed.size === 0) return [];
  return whenThere(context.loadItems(ids, scope), (records) =>
    records.filter((record) => allowed.has(record.itemType.id)),
  );
}
