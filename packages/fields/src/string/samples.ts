import { LONGEST_TEXT } from '../reading/storable-text.ts';
import type { Samples } from '../testing/samples.ts';

export const samples: Samples = {
  valid: [{ input: 'A title' }, { input: '' }, { input: '𝒜 👩‍👩‍👧 ü' }, { input: 'a'.repeat(200_000) }],
  invalid: [
    { input: 12 },
    { input: ['a'] },
    { input: { en: 'a' } },
    { input: 'a\0b' },
    { input: 'half \ud83d' },
    { input: '\udc00 half' },
    { input: 'a'.repeat(LONGEST_TEXT + 1) },
  ],
  blank: ['', ' \n\t'],
  conversions: [
    { from: 'text', value: 'kept', to: 'kept' },
    { from: 'slug', value: 'kept', to: 'kept' },
    { from: 'integer', value: 12, to: '12' },
    { from: 'float', value: 1.5, to: '1.5' },
    { from: 'date', value: '2015-12-29', to: '2015-12-29' },
  ],
  texts: [{ value: 'A title', text: 'A title' }],
};
