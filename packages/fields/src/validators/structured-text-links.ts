import { linkRule } from './link-rule.ts';

/** Records linked from a text are of these models. One that is taken offline leaves the text, not the page broken. */
export const structuredTextLinks = linkRule('structured_text_links', {
  on_publish_with_unpublished_references_strategy: 'fail',
  on_reference_unpublish_strategy: 'delete_references',
  on_reference_delete_strategy: 'delete_references',
});
