import type { DomainEvent } from '../../event.ts';
import { allFieldsets } from '../edit-schema.ts';
import type { Schema } from '../schema.ts';

/** A model was made, changed or taken away. A change of one of its fields or fieldsets is a change of it. */
export function schemaEvents(before: Schema, after: Schema): DomainEvent[] {
  const touched = touchedItemTypes(before, after);
  const gone = [...before.itemTypes.keys()].filter((id) => !after.itemTypes.has(id));
  const kept = [...after.itemTypes.keys()].filter((id) => touched.has(id));
  return [
    ...gone.map((id) => event('delete', id)),
    ...kept.map((id) => event(before.itemTypes.has(id) ? 'update' : 'create', id)),
  ];
}

function event(eventType: DomainEvent['eventType'], entityId: string): DomainEvent {
  return { entityType: 'item_type', eventType, entityId, details: {} };
}

/** What did not change is the same object in both schemas. */
function touchedItemTypes(before: Schema, after: Schema): Set<string> {
  const touched = new Set<string>();
  for (const [id, itemType] of after.itemTypes) if (before.itemTypes.get(id) !== itemType) touched.add(id);
  for (const part of differingParts(before.fields.values(), after.fields.values())) touched.add(part);
  for (const part of differingParts(allFieldsets(before), allFieldsets(after))) touched.add(part);
  return touched;
}

function differingParts<Part extends { itemTypeId: string }>(
  before: Iterable<Part>,
  after: Iterable<Part>,
): string[] {
  const old = new Set(before);
  const now = new Set(after);
  const different = [...old]
    .filter((part) => !now.has(part))
    .concat([...now].filter((part) => !old.has(part)));
  return different.map((part) => part.itemTypeId);
}
