import { DEFAULT_ENVIRONMENT_FLAGS } from '@recto/content/schema/environment-flags';
import { describe, expect, it } from 'vitest';
import { buildDelivery } from './testing.ts';

const project = {
  itemTypes: [
    { apiKey: 'author', fields: [{ apiKey: 'name', localized: true }] },
    {
      apiKey: 'post',
      fields: [
        { apiKey: 'title', localized: true },
        { apiKey: 'tags', fieldType: 'json' as const, localized: true },
        {
          apiKey: 'writer',
          fieldType: 'link' as const,
          validators: { item_item_type: { item_types: ['author'] } },
        },
      ],
    },
  ],
  settings: { locales: ['en', 'it-IT', 'de'] },
  items: [
    { id: 'ann', itemTypeId: 'author', values: { name: { en: 'Ann', 'it-IT': 'Anna' } } },
    {
      id: 'a',
      itemTypeId: 'post',
      values: { title: { 'it-IT': 'Ciao', en: 'Hello', de: '' }, tags: { en: '[1]' }, writer: 'ann' },
    },
  ],
};
const delivery = buildDelivery(project);

describe('the locale of a value', () => {
  it('is the main one of the project', async () => {
    expect(await delivery.read('{ post { title writer { name } } }')).toEqual({
      post: { title: 'Hello', writer: { name: 'Ann' } },
    });
  });

  it('is the one asked for at the root, in the whole subtree', async () => {
    expect(await delivery.read('{ post(locale: it_IT) { title writer { name } } }')).toEqual({
      post: { title: 'Ciao', writer: { name: 'Anna' } },
    });
  });

  it('is the one asked for at the field, against the root', async () => {
    const query = '{ post(locale: it_IT) { title(locale: en) german: title(locale: de) writer { name } } }';
    expect(await delivery.read(query)).toEqual({
      post: { title: 'Hello', german: '', writer: { name: 'Anna' } },
    });
  });

  it('is the first fallback with a value when there is none, or none but blanks', async () => {
    const query = `query ($locales: [SiteLocale!]) {
      post(locale: de, fallbackLocales: $locales) { title none: title(fallbackLocales: []) writer { name } }
    }`;
    expect(await delivery.read(query, { locales: ['it_IT', 'en'] })).toEqual({
      post: { title: 'Ciao', none: '', writer: { name: 'Anna' } },
    });
  });
});

describe('all locales of a field', () => {
  it('are those of the record, in the order of the project', async () => {
    expect(await delivery.read('{ post { _locales _allTitleLocales { locale value } } }')).toEqual({
      post: {
        _locales: ['en', 'it_IT', 'de'],
        _allTitleLocales: [
          { locale: 'en', value: 'Hello' },
          { locale: 'it_IT', value: 'Ciao' },
          { locale: 'de', value: '' },
        ],
      },
    });
  });

  it('take each a value from the fallbacks', async () => {
    const query = '{ post { _allTagsLocales(fallbackLocales: [en]) { locale value } } }';
    expect(await delivery.read(query)).toEqual({
      post: {
        _allTagsLocales: [
          { locale: 'en', value: [1] },
          { locale: 'it_IT', value: [1] },
          { locale: 'de', value: [1] },
        ],
      },
    });
  });

  it('take none before the environment opts in', async () => {
    const flags = { ...DEFAULT_ENVIRONMENT_FLAGS, improved_gql_multilocale_fields: false };
    const older = buildDelivery({ ...project, settings: { ...project.settings, flags } });
    const query = '{ post { _allTagsLocales(locale: en, fallbackLocales: [en]) { value } } }';
    expect(await older.read(query)).toEqual({
      post: { _allTagsLocales: [{ value: [1] }, { value: null }, { value: null }] },
    });
  });
});
