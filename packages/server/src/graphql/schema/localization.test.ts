import { DEFAULT_ENVIRONMENT_FLAGS } from '@recto/content/schema/environment-flags';
import { describe, expect, it } from 'vitest';
import { buildTestDelivery, fieldTypes, printBare } from './testing.ts';

const locales = ['en', 'it-IT'];
const blocks = { rich_text_blocks: { item_types: ['quote', 'cta'] } };
const sketch = [
  { apiKey: 'quote', modularBlock: true },
  { apiKey: 'cta', modularBlock: true },
  {
    apiKey: 'post',
    fields: [
      { apiKey: 'title', localized: true },
      { apiKey: 'is_hot', fieldType: 'boolean' as const, localized: true },
      { apiKey: 'photos', fieldType: 'gallery' as const, localized: true },
      { apiKey: 'content', fieldType: 'rich_text' as const, localized: true, validators: blocks },
      { apiKey: 'note' },
    ],
  },
];

describe('localized fields', () => {
  it('come with a list of all their locales, named after the type of the value', () => {
    const schema = buildTestDelivery(sketch, { locales });
    expect(fieldTypes(schema, 'PostRecord')).toEqual({
      _allContentLocales: '[PostModelContentFieldListListNonNullMultiLocaleField!]',
      _allIsHotLocales: '[BooleanTypeNonNullMultiLocaleField!]',
      _allPhotosLocales: '[FileFieldListListNonNullMultiLocaleField!]',
      _allTitleLocales: '[StringMultiLocaleField!]',
      _locales: '[SiteLocale!]!',
      content: '[PostModelContentField!]!',
      isHot: 'BooleanType!',
      note: 'String',
      photos: '[FileField!]!',
      title: 'String',
    });
    expect(printBare(schema, 'PostModelContentFieldListListNonNullMultiLocaleField')).toBe(
      'type PostModelContentFieldListListNonNullMultiLocaleField {\n  locale: SiteLocale\n  value: [PostModelContentField!]!\n}',
    );
  });

  it('alone take a locale and fallbacks', () => {
    const schema = buildTestDelivery(sketch, { locales });
    const printed = printBare(schema, 'PostRecord');
    expect(printed).toContain(
      'title(\n    locale: SiteLocale\n    fallbackLocales: [SiteLocale!]\n  ): String',
    );
    expect(printed).toContain('  note: String\n');
    expect(printed).toContain('_allTitleLocales(\n    fallbackLocales: [SiteLocale!]\n  )');
  });

  it('let arguments of all locales be written, and go by none, before the environment opts in', () => {
    const flags = { ...DEFAULT_ENVIRONMENT_FLAGS, improved_gql_multilocale_fields: false };
    const printed = printBare(buildTestDelivery(sketch, { locales, flags }), 'PostRecord');
    expect(printed).toContain(
      '_allTitleLocales(\n    locale: SiteLocale\n    fallbackLocales: [SiteLocale!]\n  )',
    );
  });

  it('spell locales as enum values, in the order of the project', () => {
    const schema = buildTestDelivery(sketch, { locales });
    expect(printBare(schema, 'SiteLocale')).toBe('enum SiteLocale {\n  en\n  it_IT\n}');
  });

  it('make the model filterable by its locales', () => {
    const schema = buildTestDelivery([...sketch, { apiKey: 'plain' }], { locales });
    expect(printBare(schema, 'PostModelFilter')).toContain('_locales: LocalesFilter');
    expect(printBare(schema, 'PlainModelFilter')).not.toContain('_locales');
  });
});
