import type { Samples } from '../testing/samples.ts';

export const samples: Samples = {
  valid: [{ input: 'a-title' }, { input: 'Anything Goes Without A Rule' }],
  invalid: [{ input: 12 }, { input: {} }, { input: 'a\0b' }],
  blank: ['', ' '],
  conversions: [
    { from: 'string', value: 'a-title', to: 'a-title' },
    { from: 'text', value: 'a-title', to: 'a-title' },
  ],
  texts: [{ value: 'a-title', text: 'a-title' }],
};
