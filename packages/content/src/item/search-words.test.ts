import { expect, it } from 'vitest';
import { searchWords } from './search-words.ts';

it.each([
  ['Chicken-flavored TREATS!', ['chicken', 'flavored', 'treats']],
  ['Café, naïve & Ünïcode', ['cafe', 'naive', 'unicode']],
  ["<b>it's</b> 3.14", ['b', 'it', 's', 'b', '3', '14']],
  ['東京Tower', ['東', '京', 'tower']],
  ["'); drop & | ! :*", ['drop']],
  ['…', []],
])('the words of %j are %j', (text, words) => {
  expect(searchWords(text)).toEqual(words);
});
