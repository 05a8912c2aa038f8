import type { Samples } from '../testing/samples.ts';

const ID = 'Tn5XjZJ6QMKdLCUlVCzy1w';

export const samples: Samples = {
  valid: [{ input: ID }, { input: '12345' }],
  invalid: [{ input: 12345 }, { input: 'not an id' }, { input: { id: ID, type: 'item' } }, { input: [ID] }],
  conversions: [
    { from: 'links', value: [ID], to: ID },
    { from: 'links', value: [ID, '12345'], to: null },
  ],
  references: { value: ID, are: [{ kind: 'item', id: ID, path: [] }], afterLosingFirst: null },
};
