import { describeRule } from '../testing/describe-rule.ts';

describeRule('number_range', 'VALIDATION_NUMBER_RANGE', [
  {
    title: 'with both bounds',
    fieldType: 'float',
    parameters: { min: -1.5, max: 2 },
    accepts: [-1.5, 0, 2],
    refuses: [-1.51, 2.1],
  },
  { title: 'from zero', fieldType: 'integer', parameters: { min: 0 }, accepts: [0, 1], refuses: [-1] },
]);
