import type { Samples } from '../testing/samples.ts';

export const samples: Samples = {
  valid: [{ input: true }, { input: false }],
  invalid: [{ input: 'true' }, { input: 1 }, { input: [] }, { input: {} }],
};
