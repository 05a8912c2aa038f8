import { describeRule } from '../testing/describe-rule.ts';

describeRule('slug_title_field', 'VALIDATION_SLUG_TITLE_FIELD', [
  {
    title: 'leaves values alone',
    fieldType: 'slug',
    parameters: { title_field_id: '12345' },
    accepts: ['anything', ''],
  },
]);
