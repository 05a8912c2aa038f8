import { describeRule } from '../testing/describe-rule.ts';

describeRule('size', 'VALIDATION_SIZE', [
  {
    title: 'at least',
    fieldType: 'links',
    parameters: { min: 1 },
    accepts: [['1'], ['1', '2']],
    refuses: [[], null],
  },
  {
    title: 'at most',
    fieldType: 'gallery',
    parameters: { max: 1 },
    accepts: [[], ['1']],
    refuses: [['1', '2']],
  },
  {
    title: 'exactly',
    fieldType: 'rich_text',
    parameters: { eq: 2 },
    accepts: [['1', '2']],
    refuses: [['1'], [], null],
  },
  {
    title: 'in pairs',
    fieldType: 'links',
    parameters: { multiple_of: 2 },
    accepts: [[], ['1', '2']],
    refuses: [['1'], ['1', '2', '3']],
  },
]);
