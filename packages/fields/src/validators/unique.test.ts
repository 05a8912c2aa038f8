import { expect, it } from 'vitest';
import { fieldRegistry } from '../registry.ts';
import { buildField } from '../testing/contexts.ts';
import { describeRule } from '../testing/describe-rule.ts';

const facts = {
  isTaken: (_fieldId: string, locale: string | null, value: unknown) => value === 'taken' && locale !== 'it',
};

describeRule('unique', 'VALIDATION_UNIQUENESS', [
  { title: 'of a text', fieldType: 'string', facts, accepts: ['free', ''], refuses: ['taken'] },
  { title: 'in one locale', fieldType: 'slug', facts, locale: 'en', refuses: ['taken'] },
  { title: 'in another locale', fieldType: 'slug', facts, locale: 'it', accepts: ['taken'] },
]);

it('asks about the value of one field in one locale, and about no blank value', () => {
  const context = { field: buildField('string'), type: fieldRegistry.types.string, locale: 'en' };
  const { needs } = fieldRegistry.validators.unique;
  expect(needs?.('a', {}, context)).toEqual({ unique: [{ fieldId: 'fieldid', locale: 'en', value: 'a' }] });
  expect(needs?.('', {}, context)).toEqual({});
});
