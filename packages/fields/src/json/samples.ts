import type { Samples } from '../testing/samples.ts';

const nest = (levels: number, inside = '') => '['.repeat(levels) + inside + ']'.repeat(levels);

export const samples: Samples = {
  valid: [
    { input: '{"b": 1,\n "a": [true, null]}' },
    { input: 'null' },
    { input: '"text"' },
    { input: '["one","two"]' },
    { input: nest(200, '"\\"[[[[[["') },
  ],
  invalid: [
    { input: { a: 1 } },
    { input: ['one'] },
    { input: '{a: 1}' },
    { input: '' },
    { input: '"a\0"' },
    { input: nest(201) },
    { input: '{"a":'.repeat(100_000) },
  ],
  conversions: [
    { from: 'string', value: '[1]', to: '[1]' },
    { from: 'text', value: 'no JSON', to: null },
  ],
};
