import { buildBlock } from '../testing/contexts.ts';
import { describeRule } from '../testing/describe-rule.ts';

const document = (value: string) => ({
  schema: 'dast',
  document: { type: 'root', children: [{ type: 'paragraph', children: [{ type: 'span', value }] }] },
});

describeRule('required', 'VALIDATION_REQUIRED', [
  { title: 'of a text', fieldType: 'string', accepts: ['a', ' a '], refuses: [null, '', ' \n'] },
  { title: 'of a number', fieldType: 'integer', accepts: [0], refuses: [null] },
  { title: 'of a block', fieldType: 'single_block', accepts: [buildBlock()], refuses: [null] },
  {
    title: 'of a document',
    fieldType: 'structured_text',
    accepts: [document('a')],
    refuses: [null, document('')],
  },
  { title: 'of JSON, which may hold null', fieldType: 'json', accepts: ['null'], refuses: [null] },
]);
