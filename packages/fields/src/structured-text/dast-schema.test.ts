import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { dastSchema } from './dast-schema.ts';
import { NODE_RULES } from './node-rules.ts';
import { samples } from './samples.ts';

const matches = new Ajv({ strict: true, allowUnionTypes: true }).compile(dastSchema);

/** What a JSON Schema does not say: which strings can be stored. */
const UNSTORABLE = JSON.stringify('\0').slice(1, -1);

describe('the JSON Schema of structured text', () => {
  it.each(samples.valid)('takes $input', ({ input }) => {
    expect(matches(input)).toBe(true);
  });

  it.each(samples.invalid.filter(({ input }) => !JSON.stringify(input).includes(UNSTORABLE)))(
    'refuses $input',
    ({ input }) => {
      expect(matches(input)).toBe(false);
    },
  );

  it('describes the attributes that the rules of the nodes name, and no others', () => {
    const definitions = dastSchema.definitions as Record<string, { properties: object }>;
    for (const [type, { attributes, children }] of Object.entries(NODE_RULES)) {
      const name = type.charAt(0).toUpperCase() + type.slice(1);
      const expected = ['type', ...Object.keys(attributes), ...(children ? ['children'] : [])];
      expect(Object.keys(definitions[name]?.properties ?? {})).toEqual(expected);
    }
  });
});
