import { expect, it } from 'vitest';
import { type EmojiWords, suggestEmojis } from './suggest-emojis.ts';

const WORDS: EmojiWords = {
  '🐱': ['cat_face', 'cat', 'meow'],
  '🐈': ['cat', 'meow'],
  '🐛': ['bug', 'caterpillar'],
  '📜': ['scroll', 'education', 'educational'],
  '👍': ['thumbs_up', '+1'],
};

it.each([
  ['cat', ['🐈', '🐱', '🐛', '📜']],
  ['  CAT  ', ['🐈', '🐱', '🐛', '📜']],
  ['thumbs up', ['👍']],
  ['+1', ['👍']],
  ['meow', ['🐱', '🐈']],
  ['zebra', []],
  ['', []],
  [' ', []],
])('%j suggests %j', (term, emojis) => {
  expect(suggestEmojis(WORDS, term)).toEqual(emojis);
});

it('suggests no more than a menu shows', () => {
  const many = Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`e${index}`, ['same']]));
  expect(suggestEmojis(many, 'same')).toHaveLength(20);
});
