import { expect, test } from 'vitest';
import { highlightCode } from './highlight-code.ts';

test('code is taken apart without losing a character', () => {
  const code = "import { a } from 'b'; // why\nconst x = `c`;\n";
  expect(
    highlightCode(code)
      .map((part) => part.text)
      .join(''),
  ).toBe(code);
});

test.each([
  ["'https://example.com'", 'string'],
  ['// a remark', 'comment'],
  ['# a remark', 'comment'],
  ['await', 'keyword'],
  ['https://example.com/#top', 'plain'],
])('%s is shown as %s', (code, kind) => {
  expect(highlightCode(code).map((part) => part.kind)).toEqual([kind]);
});
