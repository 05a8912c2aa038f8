import { linkRule } from './link-rule.ts';

export const itemsItemType = linkRule('items_item_type');
