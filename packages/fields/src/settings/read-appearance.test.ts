import type { FieldTypeName } from '@recto/content/field-type-names';
import type { JsonObject } from '@recto/content/json';
import type { Problem } from '@recto/content/problem';
import { describe, expect, it } from 'vitest';
import { fieldRegistry } from '../registry.ts';
import { readAppearance } from './read-appearance.ts';

const PLUGIN = 'Tn5XjZJ6QMKdLCUlVCzy1w';

function read(fieldType: FieldTypeName, input?: JsonObject) {
  const problems: Problem[] = [];
  const appearance = readAppearance(fieldRegistry.types[fieldType], input, (problem) =>
    problems.push(problem),
  );
  return { appearance, places: problems.map(({ path }) => path.join('.')) };
}

describe('the appearance of a field', () => {
  it.each([
    ['string', 'single_line', { heading: false }],
    ['boolean', 'boolean', {}],
    ['link', 'link_select', {}],
    ['single_block', 'framed_single_block', { start_collapsed: false }],
    ['color', 'color_picker', { enable_alpha: false, preset_colors: [] }],
  ] as const)('of type %s is by default the editor %s', (fieldType, editor, parameters) => {
    expect(read(fieldType)).toEqual({ appearance: { editor, parameters, addons: [] }, places: [] });
  });

  it('gets the parameters that were left out, and may have none and no add-ons', () => {
    const { appearance, places } = read('structured_text', { editor: 'structured_text' });
    expect(places).toEqual([]);
    expect(appearance.parameters).toMatchObject({
      show_links_target_blank: true,
      heading_levels: [1, 2, 3, 4, 5, 6],
    });
  });

  it('drops keys that mean nothing, as older migrations send them', () => {
    const { appearance, places } = read('string', {
      editor: 'single_line',
      type: 'title',
      parameters: {},
      addons: [],
    });
    expect(places).toEqual([]);
    expect(appearance).not.toHaveProperty('type');
  });

  it('may be a plugin with parameters of its own, and add-ons', () => {
    const input = {
      editor: PLUGIN,
      field_extension: 'stars',
      parameters: { max: 5, nested: { any: ['thing'] } },
      addons: [{ id: '1234', parameters: {}, field_extension: 'hint' }],
    };
    expect(read('integer', input)).toEqual({ appearance: input, places: [] });
  });

  it.each<[string, FieldTypeName, JsonObject, string[]]>([
    ['an editor of another type', 'string', { editor: 'markdown' }, ['editor']],
    ['an editor nobody knows', 'string', { editor: 'single_lines' }, ['editor']],
    ['no editor', 'string', { parameters: {} }, ['editor']],
    ['a name from the prototype', 'string', { editor: 'constructor' }, ['editor']],
    ['parameters that are no object', 'string', { editor: 'single_line', parameters: [] }, ['parameters']],
    [
      'a plugin with more than 10 KB',
      'string',
      { editor: PLUGIN, parameters: { a: 'é'.repeat(5_200) } },
      ['parameters'],
    ],
    ['a plugin with a NUL character', 'string', { editor: PLUGIN, parameters: { a: 'a\0' } }, ['parameters']],
    [
      'a plugin with half a surrogate pair in a key',
      'string',
      { editor: PLUGIN, parameters: { '\ud800': 1 } },
      ['parameters'],
    ],
    ['add-ons that are no list', 'string', { editor: 'single_line', addons: {} }, ['addons']],
    [
      'an add-on without a plugin',
      'string',
      { editor: 'single_line', addons: [{ id: 'stars' }] },
      ['addons.0.id'],
    ],
  ])('may not be %s', (_title, fieldType, input, places) => {
    expect(read(fieldType, input).places).toEqual(places);
  });

  it('may hold text that only looks like an escaped NUL', () => {
    expect(read('string', { editor: PLUGIN, parameters: { a: '\\u0000' } }).places).toEqual([]);
  });
});

const OPTION = { label: 'Red', value: 'red' };

describe('the parameters of an editor', () => {
  it.each<[FieldTypeName, string, JsonObject]>([
    ['string', 'single_line', { heading: true, placeholder: 'Title' }],
    ['string', 'single_line', { heading: false, placeholder: null }],
    ['string', 'string_radio_group', { radios: [{ ...OPTION, hint: 'The color' }] }],
    ['string', 'string_select', { options: [] }],
    ['json', 'string_multi_select', { options: [OPTION] }],
    ['json', 'string_checkbox_group', { options: [OPTION] }],
    ['text', 'markdown', { toolbar: ['bold'] }],
    ['text', 'wysiwyg', { toolbar: [] }],
    ['text', 'textarea', { placeholder: 'Text' }],
    ['integer', 'integer', { placeholder: '12' }],
    ['float', 'float', {}],
    ['slug', 'slug', { url_prefix: 'https://example.com/', placeholder: 'slug' }],
    [
      'boolean',
      'boolean_radio_group',
      { positive_radio: { label: 'Yes' }, negative_radio: { label: 'No', hint: 'Never' } },
    ],
    ['color', 'color_picker', { enable_alpha: true, preset_colors: ['#ff0000', '#0F08'] }],
    ['seo', 'seo', { fields: ['title'], previews: [] }],
    ['rich_text', 'rich_text', { start_collapsed: true }],
    ['single_block', 'frameless_single_block', { start_collapsed: true }],
    [
      'structured_text',
      'structured_text',
      { nodes: ['heading'], marks: [], heading_levels: [2], blocks_start_collapsed: true },
    ],
  ])('%s: %s takes %j', (fieldType, editor, parameters) => {
    const { appearance, places } = read(fieldType, { editor, parameters, addons: [] });
    expect(places).toEqual([]);
    const given = Object.fromEntries(Object.entries(parameters).filter(([, value]) => value !== null));
    expect(appearance.parameters).toMatchObject(given);
  });

  it.each<[FieldTypeName, string, JsonObject, string[]]>([
    ['string', 'single_line', { heading: 'yes' }, ['parameters.heading']],
    ['string', 'single_line', { size: 3 }, ['parameters.size']],
    ['string', 'string_radio_group', {}, ['parameters.radios']],
    [
      'string',
      'string_select',
      { options: [{ label: 'Red' }, { ...OPTION, icon: 'x' }] },
      ['parameters.options.0.value', 'parameters.options.1.icon'],
    ],
    ['text', 'markdown', { toolbar: ['bold', 'table'] }, ['parameters.toolbar.1']],
    ['boolean', 'boolean', { label: 'Yes' }, ['parameters.label']],
    [
      'boolean',
      'boolean_radio_group',
      { positive_radio: {} },
      ['parameters.positive_radio.label', 'parameters.negative_radio'],
    ],
    ['color', 'color_picker', { preset_colors: ['red'] }, ['parameters.preset_colors.0']],
    [
      'structured_text',
      'structured_text',
      { heading_levels: [0, '1'] },
      ['parameters.heading_levels.0', 'parameters.heading_levels.1'],
    ],
    ['date', 'date_picker', { format: 'dd' }, ['parameters.format']],
  ])('%s: %s does not take %j', (fieldType, editor, parameters, places) => {
    expect(read(fieldType, { editor, parameters, addons: [] }).places).toEqual(places);
  });
});
