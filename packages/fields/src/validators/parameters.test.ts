import { VALIDATOR_NAMES, type ValidatorName } from '@recto/content/field-type-names';
import type { JsonObject } from '@recto/content/json';
import { describe, expect, it } from 'vitest';
import { readParameters } from '../testing/run-validator.ts';

const ID = 'Tn5XjZJ6QMKdLCUlVCzy1w';

/** Settings that are right, and settings that are wrong with the places where a problem is expected. */
const CASES: Record<ValidatorName, { right: JsonObject[]; wrong: [JsonObject, string[]][] }> = {
  required: { right: [{}], wrong: [[{ if: true }, ['if']]] },
  unique: { right: [{}], wrong: [[{ scope: 'model' }, ['scope']]] },
  length: {
    right: [{ min: 1 }, { eq: 3 }, { max: 0 }, { min: 1, max: 1 }, { min: 1, max: null }],
    wrong: [
      [{}, ['']],
      [{ min: null }, ['']],
      [{ min: -1 }, ['min']],
      [{ min: '1' }, ['min']],
      [{ max: 1.5 }, ['max']],
      [{ min: 5, max: 2 }, ['min']],
      [{ length: 3 }, ['length', '']],
    ],
  },
  size: {
    right: [{ min: 1 }, { multiple_of: 3 }, { min: 2, eq: 4, max: 4, multiple_of: 2 }],
    wrong: [
      [{}, ['']],
      [{ multiple_of: 0 }, ['multiple_of']],
      [{ min: 3, max: 1 }, ['min']],
    ],
  },
  enum: {
    right: [{ values: ['a', 'b'] }, { values: [] }],
    wrong: [
      [{}, ['values']],
      [{ values: 'a' }, ['values']],
      [{ values: ['a', 3] }, ['values.1']],
    ],
  },
  format: {
    right: [
      { predefined_pattern: 'email' },
      { predefined_pattern: 'url' },
      { custom_pattern: '^a+$' },
      { custom_pattern: '^a+$', description: 'Only the letter a' },
    ],
    wrong: [
      [{}, ['']],
      [{ custom_pattern: 'a', predefined_pattern: 'url' }, ['']],
      [{ predefined_pattern: 'phone' }, ['predefined_pattern']],
      [{ custom_pattern: '(' }, ['custom_pattern']],
      [{ custom_pattern: '(?=a)' }, ['custom_pattern']],
      [{ custom_pattern: '(a)\\1' }, ['custom_pattern']],
      [{ custom_pattern: '((a{30}){30}){5}' }, ['custom_pattern']],
      [{ predefined_pattern: 'url', description: 'A URL' }, ['description']],
    ],
  },
  slug_format: {
    right: [{ predefined_pattern: 'webpage_slug' }, { custom_pattern: '^[a-z]+$' }],
    wrong: [
      [{}, ['']],
      [{ custom_pattern: 'a', predefined_pattern: 'webpage_slug' }, ['']],
      [{ predefined_pattern: 'email' }, ['predefined_pattern']],
    ],
  },
  slug_title_field: {
    right: [{ title_field_id: ID }],
    wrong: [
      [{}, ['title_field_id']],
      [{ title_field_id: 'title' }, ['title_field_id']],
    ],
  },
  number_range: {
    right: [{ min: -1.5 }, { max: 0 }, { min: 1, max: 2 }],
    wrong: [
      [{}, ['']],
      [{ min: '1' }, ['min']],
      [{ min: 2, max: 1 }, ['min']],
    ],
  },
  date_range: {
    right: [{ min: '2024-01-01' }, { max: '2024-02-29' }],
    wrong: [
      [{}, ['']],
      [{ min: '2023-02-29' }, ['min']],
      [{ max: '2024-01-01T00:00:00Z' }, ['max']],
      [{ min: '2024-02-01', max: '2024-01-01' }, ['min']],
    ],
  },
  date_time_range: {
    right: [{ min: '2024-01-01T00:00:00Z' }, { max: '2024-01-01T00:00:00+02:00' }],
    wrong: [
      [{}, ['']],
      [{ min: '2024-01-01' }, ['min']],
      [{ min: '2024-01-01T01:00:00+02:00', max: '2023-12-31T22:00:00Z' }, ['min']],
    ],
  },
  extension: {
    right: [{ extensions: ['pdf', '.docx'] }, { predefined_list: 'transformable_image' }],
    wrong: [
      [{}, ['']],
      [{ extensions: ['pdf'], predefined_list: 'image' }, ['']],
      [{ predefined_list: 'audio' }, ['predefined_list']],
      [{ extensions: 'pdf' }, ['extensions']],
    ],
  },
  file_size: {
    right: [
      { max_value: 5, max_unit: 'MB' },
      { min_value: 1, min_unit: 'B', max_value: 5, max_unit: 'KB' },
    ],
    wrong: [
      [{}, ['']],
      [{ max_value: 5 }, ['']],
      [{ min_value: 1, min_unit: 'B', max_unit: 'KB' }, ['']],
      [{ max_value: 5, max_unit: 'GB' }, ['max_unit']],
    ],
  },
  image_dimensions: {
    right: [{ width_min_value: 100 }, { height_max_value: 100, height_min_value: 10 }],
    wrong: [
      [{}, ['']],
      [{ width_min_value: '100' }, ['width_min_value']],
      [{ width: 100 }, ['width', '']],
    ],
  },
  image_aspect_ratio: {
    right: [
      { eq_ar_numerator: 16, eq_ar_denominator: 9 },
      { min_ar_numerator: 1, min_ar_denominator: 1, max_ar_numerator: 2, max_ar_denominator: 1 },
    ],
    wrong: [
      [{}, ['']],
      [{ eq_ar_numerator: 16 }, ['']],
      [{ eq_ar_numerator: 16, eq_ar_denominator: 0 }, ['eq_ar_denominator']],
    ],
  },
  required_alt_title: {
    right: [{ alt: true }, { title: false, alt: true }],
    wrong: [
      [{}, ['']],
      [{ alt: 'yes' }, ['alt']],
    ],
  },
  required_seo_fields: {
    right: [{ title: true }, { title: true, description: true, image: true, twitter_card: false }],
    wrong: [
      [{}, ['']],
      [{ no_index: true }, ['no_index', '']],
    ],
  },
  title_length: {
    right: [{ max: 60 }],
    wrong: [
      [{}, ['']],
      [{ eq: 3 }, ['eq', '']],
    ],
  },
  description_length: {
    right: [{ min: 1, max: 160 }],
    wrong: [
      [{}, ['']],
      [{ max: -1 }, ['max']],
    ],
  },
  sanitized_html: {
    right: [{}, { sanitize_before_validation: true }],
    wrong: [[{ sanitize_before_validation: 1 }, ['sanitize_before_validation']]],
  },
  rich_text_blocks: {
    right: [{ item_types: [ID] }, { item_types: [] }],
    wrong: [
      [{}, ['item_types']],
      [{ item_types: ['hero'] }, ['item_types.0']],
    ],
  },
  single_block_blocks: { right: [{ item_types: [ID] }], wrong: [[{ item_types: ID }, ['item_types']]] },
  structured_text_blocks: { right: [{ item_types: [] }], wrong: [[{}, ['item_types']]] },
  structured_text_inline_blocks: {
    right: [{ item_types: [ID] }],
    wrong: [[{ item_types: [3] }, ['item_types.0']]],
  },
  structured_text_links: {
    right: [{ item_types: [ID], on_reference_unpublish_strategy: 'unpublish' }],
    wrong: [
      [{ item_types: [ID], on_reference_delete_strategy: 'unpublish' }, ['on_reference_delete_strategy']],
    ],
  },
  item_item_type: {
    right: [{ item_types: [ID], on_publish_with_unpublished_references_strategy: 'publish_references' }],
    wrong: [
      [{}, ['item_types']],
      [
        { item_types: [ID], on_publish_with_unpublished_references_strategy: 'publish' },
        ['on_publish_with_unpublished_references_strategy'],
      ],
    ],
  },
  items_item_type: { right: [{ item_types: ['12345'] }], wrong: [[{ item_types: null }, ['item_types']]] },
};

describe.each(VALIDATOR_NAMES)('the settings of %s', (name) => {
  it.each(CASES[name].right)('may be %j', (settings) => {
    expect(readParameters(name, settings).problems).toEqual([]);
  });

  it.each(CASES[name].wrong)('may not be %j', (settings, places) => {
    const { problems } = readParameters(name, settings);
    expect(problems.map(({ path }) => path.join('.'))).toEqual(places);
  });

  it.each(CASES[name].right)('read from what was read of %j are the same', (settings) => {
    const { read } = readParameters(name, settings);
    expect(readParameters(name, read)).toEqual({ read, problems: [] });
  });
});

describe('the strategies for references', () => {
  it.each([
    ['item_item_type', 'fail'],
    ['items_item_type', 'fail'],
    ['structured_text_links', 'delete_references'],
  ] as const)('of %s are filled in', (name, onUnpublish) => {
    expect(readParameters(name, { item_types: [ID] }).read).toEqual({
      item_types: [ID],
      on_publish_with_unpublished_references_strategy: 'fail',
      on_reference_unpublish_strategy: onUnpublish,
      on_reference_delete_strategy: 'delete_references',
    });
  });
});
