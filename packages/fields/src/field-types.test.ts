import { readFileSync } from 'node:fs';
import type { Reference } from '@recto/content/field-type';
import { FIELD_TYPE_NAMES, type FieldTypeName, VALIDATOR_NAMES } from '@recto/content/field-type-names';
import type { Json } from '@recto/content/json';
import { describe, expect, it } from 'vitest';
import { fieldRegistry } from './registry.ts';
import { allSamples } from './testing/all-samples.ts';
import { buildParseContext, buildPresentContext } from './testing/contexts.ts';

const DOCUMENTATION = new URL('../../../docs/fields/', import.meta.url);

describe.each(FIELD_TYPE_NAMES)('the field type %s', (name) => {
  const type = fieldRegistry.types[name];
  const samples = allSamples[name];

  it.each(samples.valid)('stores and shows $input', ({ input, stored = input, presented }) => {
    const context = buildParseContext(name);
    const value = type.parse(input, context);
    expect(context.problems).toEqual([]);
    expect(value).toEqual(stored);
    expect(JSON.stringify(type.present(value as Json, buildPresentContext()))).toBe(
      JSON.stringify(presented ?? stored),
    );
  });

  it.each(samples.valid)('takes back what it showed of $input', ({ input, stored = input }) => {
    const shown = type.present(stored, buildPresentContext({ milliseconds: true }));
    expect(type.parse(shown, buildParseContext(name))).toEqual(stored);
  });

  it.each(samples.valid)('shows $input in the documented order after a stay in the database', (sample) => {
    const { input, stored = input, presented = stored } = sample;
    const shown = type.present(orderKeysAsJsonb(stored), buildPresentContext());
    expect(JSON.stringify(shown)).toBe(JSON.stringify(presented));
  });

  it.each(samples.invalid)('refuses $input', ({ input, paths = [[]] }) => {
    const context = buildParseContext(name);
    expect(type.parse(input, context)).toBeUndefined();
    expect(context.problems.map(({ code }) => code)).toEqual(paths.map(() => 'INVALID_FORMAT'));
    expect(context.problems.map(({ path }) => path)).toEqual(paths);
  });

  it('tells a missing value from one that is there', () => {
    const [{ input, stored = input } = { input: null }] = samples.valid;
    expect(type.isBlank(stored)).toBe(false);
    for (const blank of [null, ...(samples.blank ?? [])]) expect(type.isBlank(blank)).toBe(true);
  });

  it('has a page in the documentation that names its rules and editors', () => {
    const page = readFileSync(new URL(`${name.replaceAll('_', '-')}.md`, DOCUMENTATION), 'utf8');
    const { required, optional } = type.validators;
    for (const word of [name, ...required, ...optional, ...Object.keys(type.editors)]) {
      expect(page).toContain(`\`${word}\``);
    }
  });

  it.each(Object.entries(type.editors))(
    'has settings for its editor %s that can be read again',
    (_name, editor) => {
      const problems: unknown[] = [];
      const first = editor.parameters({}, () => {});
      expect(editor.parameters(first, () => {})).toEqual(first);
      editor.parameters({ ...first, surprise: 1 }, (problem) => problems.push(problem.path.join('.')));
      expect(problems).toContain('parameters.surprise');
    },
  );
});

describe.each(VALIDATOR_NAMES)('the rule %s', (name) => {
  it('has a section in the documentation', () => {
    const page = readFileSync(new URL('validators.md', DOCUMENTATION), 'utf8');
    expect(page).toContain(`### \`${name}\``);
  });
});

const conversions = FIELD_TYPE_NAMES.flatMap((to) =>
  (allSamples[to].conversions ?? []).map((conversion) => ({ toType: to, ...conversion })),
);

describe('a field whose type changes', () => {
  it.each(conversions)('turns $value of $from into $to of $toType', ({ toType, from, value, to }) => {
    const convert = fieldRegistry.types[toType].convertFrom?.[from as FieldTypeName];
    expect(convert?.(value)).toEqual(to);
  });

  it('has a sample for each conversion there is', () => {
    const declared = FIELD_TYPE_NAMES.flatMap((to) =>
      Object.keys(fieldRegistry.types[to].convertFrom ?? {}).map((from) => `${from} to ${to}`),
    );
    expect([...new Set(conversions.map(({ from, toType }) => `${from} to ${toType}`))].sort()).toEqual(
      declared.sort(),
    );
  });
});

const pointing = FIELD_TYPE_NAMES.filter((name) => fieldRegistry.types[name].references);

describe.each(pointing)('the references of %s', (name) => {
  const type = fieldRegistry.types[name];
  const { value, are, afterLosingFirst } = allSamples[name].references ?? {
    value: null,
    are: [],
    afterLosingFirst: null,
  };

  it('are found, each with its place', () => {
    expect(type.references?.(value)).toEqual(are);
  });

  it('can be taken away one by one', () => {
    const isFirst = ({ kind, id }: Reference) => kind === are[0]?.kind && id === are[0].id;
    expect(type.removeReferences?.(value, isFirst)).toEqual(afterLosingFirst);
    expect(type.removeReferences?.(value, () => false)).toEqual(value);
  });
});

const texts = FIELD_TYPE_NAMES.flatMap((name) =>
  (allSamples[name].texts ?? []).map((text) => ({ name, ...text })),
);

describe('what search sees', () => {
  it.each(texts)('of $name is $text', ({ name, value, text }) => {
    expect(fieldRegistry.types[name].text?.(value)).toBe(text);
  });

  it('has a sample for each type with text', () => {
    const withText = FIELD_TYPE_NAMES.filter((name) => fieldRegistry.types[name].text);
    expect([...new Set(texts.map(({ name }) => name))]).toEqual(withText);
  });
});

/** `jsonb` keeps keys by length, those of one length by the alphabet. */
function orderKeysAsJsonb(value: Json): Json {
  if (Array.isArray(value)) return value.map(orderKeysAsJsonb);
  if (typeof value !== 'object' || value === null) return value;
  const keys = Object.keys(value).sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
  return Object.fromEntries(keys.map((key) => [key, orderKeysAsJsonb(value[key] ?? null)]));
}
