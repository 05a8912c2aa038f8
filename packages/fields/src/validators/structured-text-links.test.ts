import { expect, it } from 'vitest';
import { fieldRegistry } from '../registry.ts';
import { buildField } from '../testing/contexts.ts';
import { describeRule } from '../testing/describe-rule.ts';
import { aboutItems } from '../testing/run-validator.ts';

const parameters = { item_types: ['11'] };
const document = {
  schema: 'dast',
  document: {
    type: 'root',
    children: [
      {
        type: 'paragraph',
        children: [
          { type: 'itemLink', item: '1', children: [{ type: 'span', value: 'that' }] },
          { type: 'inlineItem', item: '2' },
        ],
      },
    ],
  },
};
const at = ['document.children.0.children.0.item', 'document.children.0.children.1.item'];

describeRule('structured_text_links', 'VALIDATION_STRUCTURED_TEXT_LINKS', [
  {
    title: 'to an allowed model',
    fieldType: 'structured_text',
    parameters,
    facts: aboutItems('11'),
    accepts: [document],
  },
  {
    title: 'to another model',
    fieldType: 'structured_text',
    parameters,
    facts: aboutItems('12'),
    refuses: [document],
    at,
  },
]);

it('asks about every record that the document points at', () => {
  const { structured_text: type } = fieldRegistry.types;
  const context = { field: buildField('structured_text'), type, locale: null };
  expect(fieldRegistry.validators.structured_text_links.needs?.(document, parameters, context)).toEqual({
    items: ['1', '2'],
  });
});
