import { expect, it } from 'vitest';
import { cleanFileName } from './clean-file-name.ts';

it.each([
  ['image.png', 'image.png'],
  ['__-my image (1).JPG', 'my-image-1.jpg'],
  ['Überraschung à Noël.jpeg', 'Uberraschung-a-Noel.jpeg'],
  ['snake_case.pdf', 'snake_case.pdf'],
  ['archive.tar.gz', 'archive-tar.gz'],
  ['../../etc/passwd', 'passwd'],
  ['C:\\temp\\a.txt', 'a.txt'],
  ['.htaccess', 'htaccess'],
  ['日本.png', 'untitled.png'],
  ['', 'untitled'],
  ['a.p/n<g', 'n-g'],
  [`${'x'.repeat(300)}.png`, `${'x'.repeat(120)}.png`],
])('%j is stored as %j', (name, cleaned) => {
  expect(cleanFileName(name)).toBe(cleaned);
});
