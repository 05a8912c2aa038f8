import { buildBlock } from '../testing/contexts.ts';
import { describeRule } from '../testing/describe-rule.ts';

const document = (ofBlock: string, ofInlineBlock: string) => ({
  schema: 'dast',
  document: {
    type: 'root',
    children: [
      { type: 'block', item: buildBlock({ itemTypeId: ofBlock }) },
      {
        type: 'paragraph',
        children: [{ type: 'inlineBlock', item: buildBlock({ itemTypeId: ofInlineBlock }) }],
      },
    ],
  },
});

describeRule('structured_text_inline_blocks', 'VALIDATION_STRUCTURED_TEXT_INLINE_BLOCKS', [
  {
    title: 'of the blocks in paragraphs, not those between them',
    fieldType: 'structured_text',
    parameters: { item_types: ['11'] },
    accepts: [document('13', '11')],
    refuses: [document('11', '12')],
    at: ['document.children.1.children.0.item'],
  },
]);
