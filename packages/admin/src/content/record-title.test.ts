import { expect, test } from 'vitest';
import type { Field, Model } from '#project/use-models.ts';
import { titleOf } from './record-title.ts';
import type { RecordEntity } from './records/use-records.ts';

function title(attributes: Record<string, unknown>, fields: object[], model: Partial<Model> = {}) {
  const record = { id: '7', attributes } as unknown as RecordEntity;
  return titleOf(record, { title_field: null, ...model } as Model, fields as Field[]);
}

const headline = { id: 'f2', api_key: 'headline', field_type: 'string', localized: false };

test.each([
  [
    'its title field',
    { slug: 'a', headline: 'Hello' },
    { title_field: { type: 'field', id: 'f2' } },
    'Hello',
  ],
  ['its first short text', { headline: 'Hello' }, {}, 'Hello'],
  ['its id while that is empty', { headline: null }, {}, '#7'],
] as const)('a record is recognized by %s', (_, attributes, model, expected) => {
  expect(title(attributes, [headline], model as Partial<Model>)).toBe(expected);
});

test('a localized title is shown in the first locale that has one', () => {
  expect(title({ headline: { en: '', it: 'Ciao' } }, [{ ...headline, localized: true }])).toBe('Ciao');
});
