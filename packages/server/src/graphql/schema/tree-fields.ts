import type { ItemType } from '@recto/content/schema/item-type';
import type { RecordSource } from '../delivery-context.ts';
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
    parent: field(type, ({ item, scope: locales }, context) =>
      item.parentId === null ? null : context.loadItem(item.parentId, locales),
    ),
    children: field(fullListOf(type), ({ id, scope: locales }, context) => context.loadChildren(id, locales)),
  };
}
