import type { Samples } from '../testing/samples.ts';

const BARE = {
  upload_id: '12345',
  alt: null,
  title: null,
  custom_data: {},
  focal_point: null,
  poster_time: null,
};

export const samples: Samples = {
  valid: [
    { input: { upload_id: '12345' }, stored: BARE, presented: BARE },
    { input: { ...BARE, custom_data: { by: 'Ann', none: null, size: 3, add_watermark: true } } },
    { input: { ...BARE, alt: 'A cat', title: '', focal_point: { x: 0, y: 0.5 }, poster_time: 12.5 } },
    { input: { ...BARE, custom_data: null }, stored: BARE, presented: BARE },
  ],
  invalid: [
    { input: '12345' },
    { input: { alt: 'A cat' }, paths: [['upload_id']] },
    { input: { upload_id: 12345 }, paths: [['upload_id']] },
    { input: { ...BARE, url: 'https://example.com/a.jpg' }, paths: [['url']] },
    {
      input: { ...BARE, alt: 1, title: 'a\0', custom_data: { deep: {} }, focal_point: { x: 2, y: '0' } },
      paths: [['alt'], ['title'], ['custom_data', 'deep'], ['focal_point', 'x'], ['focal_point', 'y']],
    },
    { input: { ...BARE, focal_point: { x: 0.5 } }, paths: [['focal_point', 'y']] },
    { input: { ...BARE, poster_time: -1 }, paths: [['poster_time']] },
    { input: { ...BARE, custom_data: { bad: '\ud800' } }, paths: [['custom_data', 'bad']] },
  ],
  conversions: [
    { from: 'gallery', value: [BARE], to: BARE },
    { from: 'gallery', value: [BARE, BARE], to: null },
  ],
  references: { value: BARE, are: [{ kind: 'upload', id: '12345', path: [] }], afterLosingFirst: null },
  texts: [{ value: { ...BARE, alt: 'A cat', title: 'Tom' }, text: 'A cat\nTom' }],
};
