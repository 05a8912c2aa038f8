import { linkRule } from './link-rule.ts';

/** A link to a record of these models. */
export const itemItemType = linkRule('item_item_type', {
  on_publish_with_unpublished_references_strategy: 'fail',
  on_reference_unpublish_strategy: 'fail',
  on_reference_delete_strategy: 'delete_references',
});
