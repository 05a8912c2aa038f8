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

describeRule('structured_text_blocks', 'VALIDATION_STRUCTURED_TEXT_BLOCKS', [
  {
    title: 'of the blocks between paragraphs, not those in them',
    fieldType: 'structured_text',
    parameters: { item_types: ['11'] },
    accepts: [document('11', '13')],
    refuses: [document('12', '11')],
    at: ['document.children.0.item'],
  },
]);
