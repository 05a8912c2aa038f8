/** As much as a request body holds. What a record may weigh is asked before a text is read. */
export const LONGEST_TEXT = 10 * 1024 ** 2;

/** PostgreSQL's `jsonb` holds neither NUL nor half of a surrogate pair: such a string could not be saved. */
const UNSTORABLE = /[\0\ud800-\udfff]/u;

/** What is wrong with a text that is to be stored, if anything. */
export function whatIsWrongWithText(input: unknown, longest: number = LONGEST_TEXT): string | undefined {
  if (typeof input !== 'string') return 'must be a string';
  if (input.length > longest) return `must not be longer than ${longest} characters`;
  if (UNSTORABLE.test(input)) return 'must not contain NUL characters or lone surrogates';
  return undefined;
}
