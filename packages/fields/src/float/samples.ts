import type { Samples } from '../testing/samples.ts';

export const samples: Samples = {
  valid: [{ input: 0 }, { input: -1.25 }, { input: 1e300 }],
  invalid: [{ input: '1.5' }, { input: Number.POSITIVE_INFINITY }, { input: true }, { input: {} }],
  conversions: [{ from: 'integer', value: 3, to: 3 }],
};
