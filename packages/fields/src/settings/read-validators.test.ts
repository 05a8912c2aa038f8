import type { FieldTypeName } from '@recto/content/field-type-names';
import type { JsonObject } from '@recto/content/json';
import { describe, expect, it } from 'vitest';
import { fieldRegistry } from '../registry.ts';
import { readValidators } from './read-validators.ts';

function read(fieldType: FieldTypeName, input: JsonObject) {
  const problems: string[] = [];
  const validators = readValidators(fieldRegistry, fieldType, input, ({ code, path }) =>
    problems.push(`${code} ${path.join('.')}`),
  );
  return { validators, problems };
}

describe('the validators of a field', () => {
  it('are read with what was left out', () => {
    const { validators, problems } = read('link', { item_item_type: { item_types: ['1'] }, required: {} });
    expect(problems).toEqual([]);
    expect(validators).toMatchObject({
      required: {},
      item_item_type: { on_reference_delete_strategy: 'delete_references' },
    });
  });

  it.each<[string, FieldTypeName, JsonObject, string[]]>([
    ['of another type', 'boolean', { required: {} }, ['VALIDATION_INVALID required']],
    ['nobody knows', 'string', { constructor: {} }, ['VALIDATION_INVALID constructor']],
    ['without settings', 'string', { required: true }, ['VALIDATION_INVALID required']],
    ['with wrong settings', 'string', { length: { min: 'a' } }, ['VALIDATION_INVALID length.min']],
    [
      'that are missing',
      'structured_text',
      {},
      ['VALIDATION_REQUIRED structured_text_blocks', 'VALIDATION_REQUIRED structured_text_links'],
    ],
    [
      'with settings that are missing',
      'links',
      { items_item_type: {} },
      ['VALIDATION_REQUIRED items_item_type.item_types'],
    ],
    [
      'all at once',
      'file',
      { size: { min: 1 }, extension: {} },
      ['VALIDATION_INVALID size', 'VALIDATION_INVALID extension'],
    ],
  ])('may not be rules %s', (_title, fieldType, input, problems) => {
    expect(read(fieldType, input).problems).toEqual(problems);
  });

  it('are not handed on when they are wrong', () => {
    const input = { rich_text_blocks: { item_types: 'everything' }, size: { min: 1 } };
    const { validators, problems } = read('rich_text', input);
    expect(problems).toEqual(['VALIDATION_INVALID rich_text_blocks.item_types']);
    expect(validators).toEqual({ size: { min: 1 } });
  });
});
