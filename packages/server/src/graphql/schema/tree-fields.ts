import type { ItemType } from '@recto/content/schema/item-type';
import type { RecordSource } from '../delivery-context.ts';
import { COSTS } from './costs.ts';
import { type Fields, field, fullListOf } from './field-config.ts';
import { IntType } from './scalars.ts';
import type { SchemaScope } from './scope.ts';

/** Where a record stands among its siblings and, in a tree, between its parent and its children. */
export function orderFields(scope: SchemaScope, itemType: ItemType): Fields<RecordSource> {
  if (!itemType.sortable && !itemType.tree) return {};
  const position: Fields<RecordSource> = { position: field(IntType, ({ item }) => item.position) };
  if (!itemType.tree) return position;
  const type = scope.recordType(itemType);
  return {
    ...position,
    parent: {
      type,
      extensions: { cost: COSTS.parent },
      resolve: ({ item, scope: locales }, _args, context) =>
        item.parentId === null ? null : context.loadItem(item.parentId, locales),
    },
    children: {
      type: fullListOf(type),
      extensions: { cost: COSTS.list },
      resolve: ({ id, scope: locales }, _args, context) => context.loadChildren(id, locales),
    },
  };
}
