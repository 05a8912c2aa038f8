import { buildBlock } from '../testing/contexts.ts';
import { describeRule } from '../testing/describe-rule.ts';

const parameters = { item_types: ['11', '12'] };
const [allowed, other] = ['12', '13'].map((itemTypeId) => buildBlock({ itemTypeId })) as [never, never];

describeRule('rich_text_blocks', 'VALIDATION_RICH_TEXT_BLOCKS', [
  {
    title: 'of allowed models',
    fieldType: 'rich_text',
    parameters,
    accepts: [[], [allowed]],
    refuses: [[allowed, other]],
    at: ['1'],
  },
  {
    title: 'of no model',
    fieldType: 'rich_text',
    parameters: { item_types: [] },
    accepts: [[]],
    refuses: [[allowed]],
    at: ['0'],
  },
]);
