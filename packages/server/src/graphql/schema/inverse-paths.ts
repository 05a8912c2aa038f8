import type { Field } from '@recto/content/schema/field';
import type { ItemType } from '@recto/content/schema/item-type';
import type { LinkPath as NamedPath } from '../resolve/inverse.ts';
import { allowedItemTypes } from './allowed-item-types.ts';
import { sortedFields } from './filter-keys.ts';
import { fieldName } from './names.ts';
import type { SchemaScope } from './scope.ts';

/** A place that can hold links, with the models that they can lead to. */
export interface LinkPath extends NamedPath {
  targets: ReadonlySet<string>;
}

/** Places inside one field that can be chosen from. Blocks that nest in each other in many ways have more
 *  than anybody could read, and more than could ever be counted; the field itself stands for all of them. */
const MOST_PATHS = 300;

/** The places of `linking` from which a record of `linked` can be pointed at: each top-level field that
 *  leads there, then the fields of the blocks in it. */
export function linkPathsTo(scope: SchemaScope, linking: ItemType, linked: ItemType): LinkPath[] {
  return fieldsWithLinks(scope, linking).flatMap(({ top, nested, reached }) =>
    reached.has(linked.id) ? [top, ...nested.filter((path) => path.targets.has(linked.id))] : [],
  );
}

interface FieldWithLinks {
  top: LinkPath;
  nested: LinkPath[];
  /** Every model that can be pointed at from the field or from its blocks, at any depth. */
  reached: ReadonlySet<string>;
}

function fieldsWithLinks(scope: SchemaScope, itemType: ItemType): FieldWithLinks[] {
  return scope.once(`fields with links of ${itemType.id}`, () =>
    linkPlaces(scope, itemType).map((place) => {
      const name = `${fieldName(itemType.apiKey)}_${fieldName(place.field.apiKey)}`;
      const top = { name, path: place.field.id, targets: place.targets };
      const nested: LinkPath[] = [];
      walkBlocks(scope, place, top, new Set(), nested);
      return { top, nested, reached: new Set([...place.targets, ...reachedInside(scope, place.blocks)]) };
    }),
  );
}

/** A block model is not entered again inside itself: the paths would never end. */
function walkBlocks(
  scope: SchemaScope,
  { blocks }: LinkPlace,
  around: LinkPath,
  entered: ReadonlySet<string>,
  found: LinkPath[],
): void {
  for (const block of blocks) {
    if (found.length >= MOST_PATHS) return;
    if (entered.has(block.id) || reachedInside(scope, [block]).size === 0) continue;
    for (const place of linkPlaces(scope, block)) {
      const name = `${around.name}__${fieldName(block.apiKey)}_${fieldName(place.field.apiKey)}`;
      const path = { name, path: `${around.path}/${place.field.id}`, targets: place.targets };
      if (path.targets.size > 0) found.push(path);
      walkBlocks(scope, place, path, new Set([...entered, block.id]), found);
    }
  }
}

/** The models that can be pointed at from the blocks, at any depth. */
function reachedInside(scope: SchemaScope, blocks: readonly ItemType[]): ReadonlySet<string> {
  const key = `links inside ${blocks.map(({ id }) => id).join()}`;
  return scope.once(key, () => {
    const seen = new Set(blocks);
    const reached = new Set<string>();
    for (const block of seen) {
      for (const place of linkPlaces(scope, block)) {
        for (const target of place.targets) reached.add(target);
        for (const inner of place.blocks) seen.add(inner);
      }
    }
    return reached;
  });
}

interface LinkPlace {
  field: Field;
  /** Models that the field itself can point at. */
  targets: ReadonlySet<string>;
  /** By their API keys. */
  blocks: readonly ItemType[];
}

function linkPlaces(scope: SchemaScope, itemType: ItemType): LinkPlace[] {
  return scope.once(`link places of ${itemType.id}`, () =>
    sortedFields(scope, itemType)
      .map((field) => ({
        field,
        targets: new Set(allowedItemTypes(scope, field, 'model').itemTypes.map(({ id }) => id)),
        blocks: allowedItemTypes(scope, field, 'block').itemTypes.toSorted((a, b) =>
          a.apiKey < b.apiKey ? -1 : 1,
        ),
      }))
      .filter(({ targets, blocks }) => targets.size > 0 || blocks.length > 0),
  );
}
