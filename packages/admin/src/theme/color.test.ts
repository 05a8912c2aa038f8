import { expect, test } from 'vitest';
import { contrastRatio, hueOfHsl, toHex } from './color.ts';

test.each([
  ['red', 0, 27],
  ['yellow', 60, 110],
  ['green', 120, 143],
  ['blue', 240, 265],
])('%s stands at %i in HSL and near %i here', (_, hsl, here) => {
  expect(Math.abs(hueOfHsl(hsl) - here)).toBeLessThan(6);
});

test('a color that no screen can show becomes the nearest that one can, as light as before', () => {
  expect(toHex({ lightness: 0.5, chroma: 0.9, hue: 150 })).toMatch(/^#[0-9a-f]{6}$/);
  expect(toHex({ lightness: 1, chroma: 0.3, hue: 20 })).toBe('#ffffff');
});

test('contrast of black on white is 21', () => {
  expect(contrastRatio('#000000', '#ffffff')).toBeCloseTo(21);
});
