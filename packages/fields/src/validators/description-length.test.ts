import { describeRule } from '../testing/describe-rule.ts';

describeRule('description_length', 'VALIDATION_DESCRIPTION_LENGTH', [
  {
    title: 'of the description only',
    fieldType: 'seo',
    parameters: { max: 4 },
    accepts: [{ title: 'too long here', description: 'abcd' }, { description: null }],
    refuses: [{ description: 'abcde' }],
    at: ['description'],
  },
]);
