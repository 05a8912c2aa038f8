import type { Samples } from '../testing/samples.ts';

export const samples: Samples = {
  valid: [
    { input: '{"b": 1,\n "a": [true, null]}' },
    { input: 'null' },
    { input: '"text"' },
    { input: '["one","two"]' },
  ],
  invalid: [{ input: { a: 1 } }, { input: ['one'] }, { input: '{a: 1}' }, { input: '' }, { input: '"a\0"' }],
  conversions: [
    { from: 'string', value: '[1]', to: '[1]' },
    { from: 'text', value: 'no JSON', to: null },
  ],
};
