import type { Field } from '@recto/content/schema/field';
import type { ItemType } from '@recto/content/schema/item-type';
import { allowedItemTypes } from './allowed-item-types.ts';
import { sortedFields } from './filter-keys.ts';
import { fieldName } from './names.ts';
import type { SchemaScope } from './scope.ts';

/** A place in a model's records that can hold links. */
export interface LinkPath {
  /** `blogPost_content__tabsBlock_link` */
  name: string;
  /** Ids of the fields walked through, as the reference index spells them. */
  path: string;
  targets: ReadonlySet<string>;
}

/** Models whose blocks nest in each other in many ways have more places than anybody can choose from. */
const MOST_PATHS = 1_000;

/** The places of `linking` from which a record of `linked` can be pointed at: each top-level field that
 *  leads there, then the fields of the blocks in it. */
export function linkPathsTo(scope: SchemaScope, linking: ItemType, linked: ItemType): LinkPath[] {
  return topLevelPaths(scope, linking).flatMap(([top, ...nested]) => {
    const leading = nested.filter((path) => path.targets.has(linked.id));
    return top && (top.targets.has(linked.id) || leading.length > 0) ? [top, ...leading] : [];
  });
}

/** For each field of the model the place itself, then the places inside its blocks. Walked once a model. */
function topLevelPaths(scope: SchemaScope, itemType: ItemType): LinkPath[][] {
  return scope.once(`link paths of ${itemType.id}`, () =>
    sortedFields(scope, itemType).map((field) => {
      const top = linkPath(
        scope,
        field,
        `${fieldName(itemType.apiKey)}_${fieldName(field.apiKey)}`,
        field.id,
      );
      const found: LinkPath[] = [top];
      walkBlocks(scope, field, top, new Set(), found);
      return found;
    }),
  );
}

/** A block model is not entered again inside itself: the paths would never end. */
function walkBlocks(
  scope: SchemaScope,
  field: Field,
  place: LinkPath,
  entered: ReadonlySet<string>,
  found: LinkPath[],
): void {
  const blocks = allowedItemTypes(scope, field, 'block').itemTypes.filter(({ id }) => !entered.has(id));
  for (const block of blocks.toSorted((a, b) => (a.apiKey < b.apiKey ? -1 : 1))) {
    for (const inner of sortedFields(scope, block)) {
      if (found.length >= MOST_PATHS) return;
      const name = `${place.name}__${fieldName(block.apiKey)}_${fieldName(inner.apiKey)}`;
      const path = linkPath(scope, inner, name, `${place.path}/${inner.id}`);
      if (path.targets.size > 0) found.push(path);
      walkBlocks(scope, inner, path, new Set([...entered, block.id]), found);
    }
  }
}

function linkPath(scope: SchemaScope, field: Field, name: string, path: string): LinkPath {
  const { itemTypes } = allowedItemTypes(scope, field, 'model');
  return { name, path, targets: new Set(itemTypes.map(({ id }) => id)) };
}
