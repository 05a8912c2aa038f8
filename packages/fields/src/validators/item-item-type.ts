import { linkRule } from './link-rule.ts';

export const itemItemType = linkRule('item_item_type');
