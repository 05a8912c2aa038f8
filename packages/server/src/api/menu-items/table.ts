import type { MenuItem } from '@recto/content/menu/menu-item';
import type { MenuItemRow } from '#db/tables.ts';
import { treeTable } from '#tree/tree-table.ts';

type Columns = Pick<
  MenuItemRow,
  'label' | 'external_url' | 'open_in_new_tab' | 'item_type_id' | 'item_type_filter_id'
>;

export const menuItemTable = treeTable<MenuItem, Columns>({
  table: 'menu_item',
  fromColumns: (columns) => ({
    label: columns.label,
    externalUrl: columns.external_url,
    openInNewTab: columns.open_in_new_tab,
    itemTypeId: columns.item_type_id,
    itemTypeFilterId: columns.item_type_filter_id,
  }),
  toColumns: (item) => ({
    label: item.label,
    external_url: item.externalUrl,
    open_in_new_tab: item.openInNewTab,
    item_type_id: item.itemTypeId,
    item_type_filter_id: item.itemTypeFilterId,
  }),
});
