import type { Samples } from '../testing/samples.ts';

const NOTHING = { title: null, description: null, image: null, twitter_card: null, no_index: false };
const FULL = {
  title: 'Title',
  description: 'Description',
  image: '12345',
  twitter_card: 'summary_large_image',
  no_index: true,
};

export const samples: Samples = {
  valid: [
    { input: FULL },
    { input: {}, stored: NOTHING, presented: NOTHING },
    {
      input: { title: 'T', image: null },
      stored: { ...NOTHING, title: 'T' },
      presented: { ...NOTHING, title: 'T' },
    },
    { input: { ...FULL, title: 'a'.repeat(320) } },
  ],
  invalid: [
    { input: 'Title' },
    { input: { ...FULL, keywords: 'a' }, paths: [['keywords']] },
    { input: { title: 'a'.repeat(321), description: 3 }, paths: [['title'], ['description']] },
    {
      input: { image: {}, twitter_card: 'player', no_index: 'yes' },
      paths: [['image'], ['twitter_card'], ['no_index']],
    },
  ],
  blank: [NOTHING, { ...NOTHING, title: '' }],
  references: {
    value: FULL,
    are: [{ kind: 'upload', id: '12345', path: ['image'] }],
    afterLosingFirst: { ...FULL, image: null },
  },
  texts: [{ value: FULL, text: 'Title\nDescription' }],
};
