import type { SchemaMenuItem, SchemaMenuKind } from '@recto/content/menu/schema-menu-item';
import type { SchemaMenuItemRow } from '#db/tables.ts';
import { treeTable } from '#tree/tree-table.ts';

type Columns = Pick<SchemaMenuItemRow, 'label' | 'kind' | 'item_type_id'>;

export const schemaMenuItemTable = treeTable<SchemaMenuItem, Columns>({
  table: 'schema_menu_item',
  fromColumns: (columns) => ({
    label: columns.label,
    kind: columns.kind as SchemaMenuKind,
    itemTypeId: columns.item_type_id,
  }),
  toColumns: (item) => ({ label: item.label, kind: item.kind, item_type_id: item.itemTypeId }),
});
