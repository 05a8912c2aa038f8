import { describe, expect, it } from 'vitest';
import { Refusal } from '../refusal.ts';
import { buildTestSchema } from '../schema/testing.ts';
import type { Document, Item } from './item.ts';
import { selectForPublishing, selectForUnpublishing } from './select-locales.ts';
import { buildItem, published, testRegistry } from './testing.ts';

const schema = buildTestSchema(
  [
    {
      apiKey: 'post',
      draftModeActive: true,
      fields: [{ apiKey: 'title', localized: true }, { apiKey: 'slug' }],
    },
  ],
  { locales: ['en', 'it', 'fr'] },
);
const rules = { schema, registry: testRegistry };

const current: Document = { title: { en: 'new', it: 'nuovo' }, slug: 'new' };
const draft = buildItem({ id: 'a', itemTypeId: 'post', current });
/** Published in en and fr, before fr was removed and it added. */
const updated = published(draft, schema, { title: { en: 'old', fr: 'vieux' }, slug: 'old' });

const publish = (item: Item, locales: string, nonLocalized: boolean) =>
  selectForPublishing(item, { locales: locales.split(' ').filter(Boolean), nonLocalized }, rules);

it('has to leave all locales published where the model requires them', () => {
  const strict = buildTestSchema(
    [{ apiKey: 'post', allLocalesRequired: true, fields: [{ apiKey: 'title', localized: true }] }],
    { locales: ['en', 'it'] },
  );
  const text: Document = { title: { en: 'a', it: 'b' } };
  const item = buildItem({ id: 'a', itemTypeId: 'post', current: text });
  const strictRules = { schema: strict, registry: testRegistry };
  const select = (locales: string[]) =>
    selectForPublishing(item, { locales, nonLocalized: true }, strictRules);
  expect(() => select(['en'])).toThrow('INVALID_FIELD');
  expect(select(['en', 'it'])).toEqual(text);
  const whole = published(item, strict, text);
  expect(() => selectForUnpublishing(whole, ['en'], strictRules)).toThrow('INVALID_FIELD');
});

describe('a selective publication', () => {
  it.each<[string, Item, string, boolean, Document]>([
    [
      'takes the chosen locale only',
      updated,
      'en',
      false,
      { title: { en: 'new', fr: 'vieux' }, slug: 'old' },
    ],
    ['adds a locale', updated, 'it', false, { title: { en: 'old', it: 'nuovo', fr: 'vieux' }, slug: 'old' }],
    ['takes off a chosen locale that is gone', updated, 'fr', false, { title: { en: 'old' }, slug: 'old' }],
    [
      'takes non-localized content only',
      updated,
      '',
      true,
      { title: { en: 'old', fr: 'vieux' }, slug: 'new' },
    ],
    [
      'leaves non-localized content without a value the first time',
      draft,
      'en',
      false,
      { title: { en: 'new' }, slug: null },
    ],
  ])('%s', (_title, item, locales, nonLocalized, document) => {
    expect(publish(item, locales, nonLocalized)).toEqual(document);
  });

  it.each<[string, Item, string, boolean]>([
    ['a locale that the record never had', draft, 'fr', true],
    ['a first publication in no locale', draft, '', true],
  ])('refuses %s', (_title, item, locales, nonLocalized) => {
    expect(() => publish(item, locales, nonLocalized)).toThrow(Refusal);
  });
});

describe('a selective removal', () => {
  it('takes off the locales named', () => {
    expect(selectForUnpublishing(updated, ['fr'], rules)).toEqual({ title: { en: 'old' }, slug: 'old' });
  });

  it.each([
    ['a locale that is not published', ['it']],
    ['all published locales', ['en', 'fr']],
    ['no locale at all', []],
  ])('refuses %s', (_title, locales) => {
    expect(() => selectForUnpublishing(updated, locales, rules)).toThrow(Refusal);
  });
});
