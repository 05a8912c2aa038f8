import { describeRule } from '../testing/describe-rule.ts';

describeRule('title_length', 'VALIDATION_TITLE_LENGTH', [
  {
    title: 'of the title only',
    fieldType: 'seo',
    parameters: { min: 2, max: 4 },
    accepts: [
      { title: 'ab', description: 'too long here' },
      { title: '👩👩👩👩' },
      { title: null },
      { title: '' },
    ],
    refuses: [{ title: 'a' }, { title: 'abcde' }],
    at: ['title'],
  },
]);
