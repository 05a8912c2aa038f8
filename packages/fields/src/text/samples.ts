import type { Samples } from '../testing/samples.ts';

export const samples: Samples = {
  valid: [{ input: '# Title\n\nLine one\r\nLine two\n' }, { input: '<p>Hello</p>' }, { input: '' }],
  invalid: [{ input: 12 }, { input: null }, { input: 'a\0b' }, { input: '\ud800' }],
  blank: ['', '\n'],
  conversions: [
    { from: 'string', value: 'kept', to: 'kept' },
    { from: 'slug', value: 'kept', to: 'kept' },
    { from: 'json', value: '{"a":1}', to: '{"a":1}' },
    { from: 'integer', value: 12, to: '12' },
    { from: 'float', value: 1.5, to: '1.5' },
    { from: 'date', value: '2015-12-29', to: '2015-12-29' },
  ],
  texts: [{ value: 'Line one\nLine two', text: 'Line one\nLine two' }],
};
