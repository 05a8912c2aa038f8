import type { Samples } from '../testing/samples.ts';

export const samples: Samples = {
  valid: [{ input: '2015-12-29' }, { input: '2024-02-29' }, { input: '2000-02-29' }, { input: '0001-01-01' }],
  invalid: [
    { input: '2023-02-29' },
    { input: '1900-02-29' },
    { input: '2024-04-31' },
    { input: '2024-13-01' },
    { input: '2024-00-10' },
    { input: '0000-01-01' },
    { input: '29/12/2015' },
    { input: '2015-12-29T00:00:00Z' },
    { input: '2015-1-2' },
    { input: 20151229 },
  ],
  conversions: [
    { from: 'string', value: '2015-12-29', to: '2015-12-29' },
    { from: 'string', value: 'soon', to: null },
  ],
};
