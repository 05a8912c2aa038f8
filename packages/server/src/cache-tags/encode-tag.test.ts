import { expect, it } from 'vitest';
import { encodeTag } from './encode-tag.ts';

it('makes the same tag of a subject in every version of the program', () => {
  expect(['', 'a', 'b', 'environment published record Öl'].map(encodeTag)).toEqual([
    'l67o803',
    '94epp1d',
    '9ba9q67',
    '43jghot',
  ]);
});

it('makes tags that every CDN takes, and hardly ever the same twice', () => {
  const tags = Array.from({ length: 20_000 }, (_, index) => encodeTag(`subject ${index}`));
  expect(new Set(tags).size).toBe(tags.length);
  expect(tags.filter((tag) => !/^[0-9a-z]{7}$/.test(tag))).toEqual([]);
});
