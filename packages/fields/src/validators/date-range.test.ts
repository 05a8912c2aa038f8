import { describeRule } from '../testing/describe-rule.ts';

describeRule('date_range', 'VALIDATION_DATE_RANGE', [
  {
    title: 'with both days',
    fieldType: 'date',
    parameters: { min: '2024-01-31', max: '2024-03-01' },
    accepts: ['2024-01-31', '2024-02-29', '2024-03-01'],
    refuses: ['2024-01-30', '2024-03-02', '0999-02-01'],
  },
]);
