import { describeRule } from '../testing/describe-rule.ts';

const document = (...lines: string[]) => ({
  schema: 'dast',
  document: {
    type: 'root',
    children: lines.map((value) => ({ type: 'paragraph', children: [{ type: 'span', value }] })),
  },
});

describeRule('length', 'VALIDATION_LENGTH', [
  {
    title: 'between two bounds',
    fieldType: 'string',
    parameters: { min: 2, max: 3 },
    accepts: ['ab', 'abc'],
    refuses: ['a', 'abcd'],
  },
  {
    title: 'of exactly so many',
    fieldType: 'slug',
    parameters: { eq: 2 },
    accepts: ['ab', '👩🙂'],
    refuses: ['a', 'abc'],
  },
  { title: 'of a blank text', fieldType: 'text', parameters: { min: 5 }, accepts: [''] },
  {
    title: 'of the plain text of a document',
    fieldType: 'structured_text',
    parameters: { max: 5 },
    accepts: [document('ab', 'cd')],
    refuses: [document('abc', 'def')],
  },
]);
