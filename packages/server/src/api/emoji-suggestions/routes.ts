import { createRequire } from 'node:module';
import { Type } from '@sinclair/typebox';
import { documentOf } from '#http/document.ts';
import { type Endpoint, endpoint } from '#http/endpoint.ts';
import { type EmojiWords, suggestEmojis } from './suggest-emojis.ts';

export const emojiSuggestionsEntity = Type.Object({
  type: Type.Literal('emoji_suggestions'),
  id: Type.String(),
  attributes: Type.Object({ emojis: Type.Array(Type.String()) }),
});

export const emojiSuggestionsQuery = Type.Object({ term: Type.Optional(Type.String({ maxLength: 100 })) });

const find = endpoint({
  resource: 'emoji_suggestions',
  rel: 'self',
  method: 'GET',
  path: '/emoji-suggestions',
  query: emojiSuggestionsQuery,
  answer: documentOf(emojiSuggestionsEntity),
  policy: () => true,
  run: async ({ query }) => suggestEmojis(emojiWords(), query.term ?? ''),
  present: (emojis) => ({
    data: { type: 'emoji_suggestions', id: 'emoji_suggestions', attributes: { emojis } },
  }),
});

export const emojiSuggestionsEndpoints: Endpoint[] = [find];

/** Read when somebody first asks; `require` keeps it from then on. The package is one JSON file, 260 kB. */
function emojiWords(): EmojiWords {
  const require = createRequire(import.meta.url);
  return require('emojilib') as EmojiWords;
}
