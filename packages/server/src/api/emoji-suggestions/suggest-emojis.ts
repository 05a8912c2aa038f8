/** Words by emoji; the first one is its name. */
export type EmojiWords = Readonly<Record<string, readonly string[]>>;

const MOST_SUGGESTIONS = 20;

/** What goes with a term, the best first: by name, by a whole word, by how words begin, by what they contain. Between
 *  equals the order of the list decides. */
export function suggestEmojis(words: EmojiWords, term: string): string[] {
  const wanted = term.trim().toLowerCase().replaceAll(/\s+/g, '_');
  if (wanted === '') return [];
  return Object.entries(words)
    .map(([emoji, its]) => ({ emoji, rank: rankOf(its, wanted) }))
    .filter(({ rank }) => rank < NO_MATCH)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, MOST_SUGGESTIONS)
    .map(({ emoji }) => emoji);
}

const NO_MATCH = 4;

function rankOf(words: readonly string[], wanted: string): number {
  return Math.min(NO_MATCH, ...words.map((word, index) => rankOfWord(word.toLowerCase(), wanted, index)));
}

function rankOfWord(word: string, wanted: string, index: number): number {
  if (word === wanted) return index === 0 ? 0 : 1;
  if (word.startsWith(wanted)) return 2;
  return word.includes(wanted) ? 3 : NO_MATCH;
}
