import type { ParseContext } from '@recto/content/field-type';
import type { Path } from '@recto/content/problem';
import { rejectFormat } from './reject-format.ts';

/** Entries of one list: more than any editor can arrange, few enough to check in one go. */
const LONGEST_LIST = 10_000;

/** Reads every entry, so that all problems show at once; the list only when each of them could be read. */
export function readList<Entry>(
  input: unknown,
  context: ParseContext,
  readEntry: (entry: unknown, path: Path) => Entry | undefined,
): Entry[] | undefined {
  if (!Array.isArray(input)) return rejectFormat(context, 'must be an array');
  if (input.length > LONGEST_LIST)
    return rejectFormat(context, `must not have more than ${LONGEST_LIST} entries`);
  const entries = input.map((entry: unknown, index) => readEntry(entry, [...context.path, index]));
  return entries.every((entry) => entry !== undefined) ? entries : undefined;
}
