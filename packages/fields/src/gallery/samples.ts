import type { Samples } from '../testing/samples.ts';

const BARE = {
  upload_id: '12345',
  alt: null,
  title: null,
  custom_data: {},
  focal_point: null,
  poster_time: null,
};
const OTHER = { ...BARE, upload_id: '6789', alt: 'A dog' };

export const samples: Samples = {
  valid: [
    { input: [OTHER, BARE] },
    { input: [{ upload_id: '12345' }], stored: [BARE], presented: [BARE] },
    { input: [] },
  ],
  invalid: [
    { input: BARE },
    { input: ['12345'], paths: [[0]] },
    {
      input: [BARE, { upload_id: 3, alt: 4 }],
      paths: [
        [1, 'upload_id'],
        [1, 'alt'],
      ],
    },
  ],
  blank: [[]],
  conversions: [{ from: 'file', value: BARE, to: [BARE] }],
  references: {
    value: [BARE, OTHER],
    are: [
      { kind: 'upload', id: '12345', path: [0] },
      { kind: 'upload', id: '6789', path: [1] },
    ],
    afterLosingFirst: [OTHER],
  },
  texts: [{ value: [BARE, OTHER], text: 'A dog' }],
};
