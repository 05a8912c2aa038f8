import type { ParseContext } from '@recto/content/field-type';
import type { Path } from '@recto/content/problem';
import { rejectFormat } from './reject-format.ts';

/** Entries of one list: more than any editor can arrange, few enough to check in one go. */
const LONGEST_LIST = 10_000;

/** A list of which everything is wrong would otherwise answer with more than it was. */
const MOST_WRONG_ENTRIES = 100;

/** Reads every entry, so that all problems show at once; the list only when each of them could be read. */
export function readList<Entry>(
  input: unknown,
  context: ParseContext,
  readEntry: (entry: unknown, path: Path) => Entry | undefined,
): Entry[] | undefined {
  if (!Array.isArray(input)) return rejectFormat(context, 'must be an array');
  if (input.length > LONGEST_LIST) {
    return rejectFormat(context, `must not have more than ${LONGEST_LIST} entries`);
  }
  const entries: Entry[] = [];
  let wrong = 0;
  for (const [index, given] of input.entries()) {
    const entry = readEntry(given, [...context.path, index]);
    if (entry !== undefined) entries.push(entry);
    else if (++wrong >= MOST_WRONG_ENTRIES) break;
  }
  return wrong === 0 ? entries : undefined;
}
