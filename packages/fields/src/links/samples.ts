import type { Samples } from '../testing/samples.ts';

const ID = 'Tn5XjZJ6QMKdLCUlVCzy1w';

export const samples: Samples = {
  valid: [{ input: ['12345', ID] }, { input: [] }],
  invalid: [{ input: ID }, { input: [ID, 3, 'no'], paths: [[1], [2]] }, { input: Array(10_001).fill(ID) }],
  blank: [[]],
  conversions: [{ from: 'link', value: ID, to: [ID] }],
  references: {
    value: [ID, '12345'],
    are: [
      { kind: 'item', id: ID, path: [0] },
      { kind: 'item', id: '12345', path: [1] },
    ],
    afterLosingFirst: ['12345'],
  },
};
