/** UTF-16 code units. A whole record holds 300 KB; the bound keeps one value from filling the memory of a rule. */
export const LONGEST_TEXT = 300 * 1024;

/** PostgreSQL's `jsonb` holds neither NUL nor half of a surrogate pair: such a string could not be saved. */
const UNSTORABLE = /[\0\ud800-\udfff]/u;

/** What is wrong with a text that is to be stored, if anything. */
export function whatIsWrongWithText(input: unknown, longest: number = LONGEST_TEXT): string | undefined {
  if (typeof input !== 'string') return 'must be a string';
  if (input.length > longest) return `must not be longer than ${longest} characters`;
  if (UNSTORABLE.test(input)) return 'must not contain NUL characters or lone surrogates';
  return undefined;
}
