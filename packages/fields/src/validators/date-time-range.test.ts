import { describeRule } from '../testing/describe-rule.ts';

describeRule('date_time_range', 'VALIDATION_DATE_TIME_RANGE', [
  {
    title: 'by the moment, whatever the offset of the bound',
    fieldType: 'date_time',
    parameters: { min: '2024-01-01T01:00:00+01:00', max: '2024-01-02T00:00:00Z' },
    accepts: ['2024-01-01T00:00:00.000Z', '2024-01-02T00:00:00.000Z'],
    refuses: ['2023-12-31T23:59:59.999Z', '2024-01-02T00:00:00.001Z'],
  },
]);
