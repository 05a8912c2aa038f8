import { describeRule } from '../testing/describe-rule.ts';

const parameters = { values: ['red', 'green'] };

describeRule('enum', 'VALIDATION_ENUM', [
  {
    title: 'of two values',
    fieldType: 'string',
    parameters,
    accepts: ['red', 'green', ''],
    refuses: ['blue', 'Red', 'red '],
  },
  { title: 'of nothing', fieldType: 'string', parameters: { values: [] }, refuses: ['red'] },
]);
