import type { Block } from '@recto/content/item/item';
import type { Json } from '@recto/content/json';
import type { RecordSource } from '../delivery-context.ts';
import { fieldPath } from './content-link.ts';
import type { ValuePlace } from './value-place.ts';

/** Blocks whose model the field no longer lets in have no type to show as, and are left out. */
export function readBlocks(
  allowed: ReadonlySet<string>,
): (value: NonNullable<Json>, place: ValuePlace) => RecordSource[] {
  return (value, place) =>
    blocksIn(value, place).flatMap((block, index) => blockSource(block, allowed, place, index));
}

export function readBlock(
  allowed: ReadonlySet<string>,
): (value: NonNullable<Json>, place: ValuePlace) => RecordSource | null {
  return (value, place) =>
    blocksIn(value, place).flatMap((block) => blockSource(block, allowed, place))[0] ?? null;
}

/** A block shares the meta of its record, and is read in the locale of the place it stands in. */
export function blockSource(
  block: Block,
  allowed: ReadonlySet<string>,
  place: ValuePlace,
  index?: number,
): RecordSource[] {
  const { record, scope, context } = place;
  const itemType = allowed.has(block.itemTypeId) ? context.schema.itemTypes.get(block.itemTypeId) : undefined;
  if (!itemType) return [];
  const source = { itemType, id: block.id, values: block.values, item: record.item, scope };
  if (context.baseEditingUrl === null) return [source];
  const path = fieldPath(place);
  return [{ ...source, path: index === undefined ? path : `${path}.${index}` }];
}

function blocksIn(value: NonNullable<Json>, { field, context }: ValuePlace): Block[] {
  return context.registry.types[field.fieldType].blocks?.(value) ?? [];
}
