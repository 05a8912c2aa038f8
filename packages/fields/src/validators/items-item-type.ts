import { linkRule } from './link-rule.ts';

/** Links to records of these models. */
export const itemsItemType = linkRule('items_item_type', {
  on_publish_with_unpublished_references_strategy: 'fail',
  on_reference_unpublish_strategy: 'fail',
  on_reference_delete_strategy: 'delete_references',
});
