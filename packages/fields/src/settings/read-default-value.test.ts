import type { FieldTypeName } from '@recto/content/field-type-names';
import type { Json } from '@recto/content/json';
import { describe, expect, it } from 'vitest';
import { fieldRegistry } from '../registry.ts';
import { buildField } from '../testing/contexts.ts';
import { readDefaultValue } from './read-default-value.ts';

const SETTINGS = { locales: ['en', 'it'], timeZone: 'Europe/Rome' };

function read(fieldType: FieldTypeName, input: Json, localized = false) {
  const places: string[] = [];
  const field = buildField(fieldType, { localized });
  const value = readDefaultValue(fieldRegistry.types[fieldType], field, SETTINGS, input, ({ path }) =>
    places.push(path.join('.')),
  );
  return { value, places };
}

describe('the default value of a field', () => {
  it.each<[FieldTypeName, Json]>([
    ['string', 'Untitled'],
    ['boolean', true],
    ['integer', 3],
    ['date_time', '2024-01-01T10:00:00'],
    ['json', '{"a":1}'],
    ['color', { red: 1, green: 2, blue: 3, alpha: 4 }],
    ['text', null],
    ['file', null],
    ['structured_text', null],
  ])('of type %s may be %j and stays as it was written', (fieldType, input) => {
    expect(read(fieldType, input)).toEqual({ value: input, places: [] });
  });

  it('names every locale when the field is localized', () => {
    expect(read('string', { en: 'Untitled' }, true)).toEqual({
      value: { en: 'Untitled', it: null },
      places: [],
    });
    expect(read('string', null, true)).toEqual({ value: { en: null, it: null }, places: [] });
  });

  it.each<[string, FieldTypeName, Json, boolean, string[]]>([
    ['of a type that has none', 'slug', 'a', false, ['']],
    ['of another type', 'integer', '3', false, ['']],
    ['of another type in a locale', 'integer', { it: 'tre' }, true, ['it']],
    ['in an unknown locale', 'string', { de: 'Ohne Titel' }, true, ['de']],
    ['without locales', 'string', 'Untitled', true, ['']],
    ['with a part that is wrong', 'color', { red: 1, green: 2, blue: 3, alpha: 999 }, false, ['alpha']],
  ])('may not be one %s', (_title, fieldType, input, localized, places) => {
    expect(read(fieldType, input, localized).places).toEqual(places);
  });
});
