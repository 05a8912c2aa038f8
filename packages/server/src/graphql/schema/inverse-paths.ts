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
  return fieldsWithLinks(scope, linking).flatMap(({ top, inside, reached }) =>
    reached.has(linked.id) ? [top, ...(inside.get(linked.id) ?? []).map((path) => below(top, path))] : [],
  );
}

interface FieldWithLinks {
  top: LinkPath;
  /** By the model that they can point at; names and paths begin below the field. */
  inside: ReadonlyMap<string, readonly LinkPath[]>;
  /** Every model that can be pointed at from the field or from its blocks, at any depth. */
  reached: ReadonlySet<string>;
}

function fieldsWithLinks(scope: SchemaScope, itemType: ItemType): FieldWithLinks[] {
  return scope.once(`fields with links of ${itemType.id}`, () =>
    linkPlaces(scope, itemType).map(({ field, targets, blocks }) => {
      const name = `${fieldName(itemType.apiKey)}_${fieldName(field.apiKey)}`;
      return {
        top: { name, path: field.id, targets },
        inside: pathsInside(scope, blocks),
        reached: new Set([...targets, ...reachedInside(scope, blocks)]),
      };
    }),
  );
}

function below(top: LinkPath, { name, path, targets }: LinkPath): LinkPath {
  return { name: `${top.name}__${name}`, path: `${top.path}/${path}`, targets };
}

/** Walked once for all fields that let in the same blocks: large projects let the same ones in nearly everywhere. */
function pathsInside(scope: SchemaScope, blocks: readonly ItemType[]): FieldWithLinks['inside'] {
  return scope.once(`paths inside ${blocks.map(({ id }) => id).join()}`, () => {
    const paths: LinkPath[] = [];
    walkBlocks(scope, blocks, null, new Set(), paths);
    const byTarget = new Map<string, LinkPath[]>();
    for (const path of paths) {
      for (const target of path.targets) {
        const known = byTarget.get(target);
        if (known) known.push(path);
        else byTarget.set(target, [path]);
      }
    }
    return byTarget;
  });
}

/** A block model is not entered again inside itself: the paths would never end. */
function walkBlocks(
  scope: SchemaScope,
  blocks: readonly ItemType[],
  around: LinkPath | null,
  entered: Set<string>,
  found: LinkPath[],
): void {
  for (const block of blocks) {
    if (found.length >= MOST_PATHS) return;
    if (entered.has(block.id) || reachedInside(scope, [block]).size === 0) continue;
    entered.add(block.id);
    for (const { field, targets, blocks } of linkPlaces(scope, block)) {
      const name = `${fieldName(block.apiKey)}_${fieldName(field.apiKey)}`;
      const own = { name, path: field.id, targets };
      const path = around ? below(around, own) : own;
      if (targets.size > 0) found.push(path);
      walkBlocks(scope, blocks, path, entered, found);
    }
    entered.delete(block.id);
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
