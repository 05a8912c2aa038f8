import type { Samples } from '../testing/samples.ts';

export const samples: Samples = {
  valid: [{ input: 0 }, { input: -12 }, { input: 9_007_199_254_740_991 }],
  invalid: [{ input: '12' }, { input: 1.5 }, { input: 1e300 }, { input: true }, { input: [1] }],
  conversions: [
    { from: 'float', value: 3, to: 3 },
    { from: 'float', value: 3.5, to: null },
  ],
};
