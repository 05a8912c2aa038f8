import { buildBlock } from '../testing/contexts.ts';
import { describeRule } from '../testing/describe-rule.ts';

const parameters = { item_types: ['11'] };

describeRule('single_block_blocks', 'VALIDATION_SINGLE_BLOCK_BLOCKS', [
  {
    title: 'of an allowed model',
    fieldType: 'single_block',
    parameters,
    accepts: [buildBlock({ itemTypeId: '11' })],
    refuses: [buildBlock({ itemTypeId: '12' })],
  },
]);
