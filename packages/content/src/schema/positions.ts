import type { Field, Fieldset } from './field.ts';
import type { Schema } from './schema.ts';

/** The fields and fieldsets of one model while they are moved about. */
export interface Layout {
  fields: readonly Field[];
  fieldsets: readonly Fieldset[];
}

export interface Place {
  kind: 'field' | 'fieldset';
  id: string;
  /** The fieldset a field stands in; null is the root, where fieldsets and loose fields share one sequence. */
  parentId: string | null;
  position: number;
}

export function layoutOf(schema: Schema, itemTypeId: string): Layout {
  return { fields: schema.fieldsOf(itemTypeId), fieldsets: schema.fieldsetsOf(itemTypeId) };
}

/** Positions are contiguous and start at 1: an entity that comes in pushes later siblings back. Without a
 *  position, or with one past the end, it comes last. */
export function insertPlace(layout: Layout, place: Omit<Place, 'position'>, position: number | null): Place {
  const last = siblings(layout, place.parentId).filter((sibling) => !isSame(sibling, place)).length + 1;
  return { ...place, position: Math.min(Math.max(position ?? last, 1), last) };
}

/** The layout after `place` was taken: later siblings of the old place move up, those at or after the new one
 *  move back. The client's migration generator simulates exactly this. */
export function movePlace(layout: Layout, place: Place): Layout {
  return withPlace(makeRoom(withoutPlace(layout, place), place), place);
}

/** Siblings at or after the place move back by one. */
export function makeRoom(layout: Layout, place: Place): Layout {
  return shift(layout, place.parentId, place.position, 1, place);
}

/** Later siblings close the gap that an entity leaves behind. The entity itself stays in the lists. */
export function withoutPlace(layout: Layout, place: Pick<Place, 'kind' | 'id'>): Layout {
  const old = places(layout).find((candidate) => isSame(candidate, place));
  return old ? shift(layout, old.parentId, old.position, -1, old) : layout;
}

/** A fieldset goes: its fields join the end of the root sequence, in their order. */
export function dissolveFieldset(layout: Layout, fieldsetId: string): Layout {
  const closed = withoutPlace(layout, { kind: 'fieldset', id: fieldsetId });
  const rest: Layout = {
    fields: closed.fields,
    fieldsets: closed.fieldsets.filter((fieldset) => fieldset.id !== fieldsetId),
  };
  const orphans = rest.fields
    .filter((field) => field.fieldsetId === fieldsetId)
    .sort((a, b) => a.position - b.position);
  return orphans.reduce<Layout>(
    (current, field) =>
      withPlace(current, insertPlace(current, { kind: 'field', id: field.id, parentId: null }, null)),
    rest,
  );
}

/** Several places at once. Answers null when two siblings would share a position. */
export function rearrange(layout: Layout, changes: readonly Place[]): Layout | null {
  const arranged = changes.reduce(withPlace, layout);
  const seen = new Set<string>();
  for (const place of places(arranged)) {
    const key = `${place.parentId ?? ''}:${place.position}`;
    if (seen.has(key)) return null;
    seen.add(key);
  }
  return closeGaps(arranged);
}

function closeGaps(layout: Layout): Layout {
  const taken = new Map<string | null, number>();
  const ordered = places(layout).sort((a, b) => a.position - b.position);
  return ordered.reduce((current, place) => {
    const position = (taken.get(place.parentId) ?? 0) + 1;
    taken.set(place.parentId, position);
    return withPlace(current, { ...place, position });
  }, layout);
}

function shift(
  layout: Layout,
  parentId: string | null,
  from: number,
  by: 1 | -1,
  except: Pick<Place, 'kind' | 'id'>,
): Layout {
  return siblings(layout, parentId)
    .filter((sibling) => sibling.position >= from && !isSame(sibling, except))
    .map((sibling) => ({ ...sibling, position: sibling.position + by }))
    .reduce(withPlace, layout);
}

function siblings(layout: Layout, parentId: string | null): Place[] {
  return places(layout).filter((place) => place.parentId === parentId);
}

function places(layout: Layout): Place[] {
  return [
    ...layout.fields.map(
      (field): Place => ({
        kind: 'field',
        id: field.id,
        parentId: field.fieldsetId,
        position: field.position,
      }),
    ),
    ...layout.fieldsets.map(
      (fieldset): Place => ({
        kind: 'fieldset',
        id: fieldset.id,
        parentId: null,
        position: fieldset.position,
      }),
    ),
  ];
}

function withPlace(layout: Layout, place: Place): Layout {
  if (place.kind === 'fieldset') {
    return {
      ...layout,
      fieldsets: layout.fieldsets.map((fieldset) =>
        fieldset.id === place.id ? { ...fieldset, position: place.position } : fieldset,
      ),
    };
  }
  return {
    ...layout,
    fields: layout.fields.map((field) =>
      field.id === place.id ? { ...field, fieldsetId: place.parentId, position: place.position } : field,
    ),
  };
}

function isSame(a: Pick<Place, 'kind' | 'id'>, b: Pick<Place, 'kind' | 'id'>): boolean {
  return a.kind === b.kind && a.id === b.id;
}
