import type { ParseContext } from '@recto/content/field-type';
import type { Path } from '@recto/content/problem';
import { rejectFormat } from './reject-format.ts';
import { whatIsWrongWithText } from './storable-text.ts';

/** The text as it came; `undefined` after a problem was reported. */
export function readText(
  input: unknown,
  context: ParseContext,
  path: Path = context.path,
  longest?: number,
): string | undefined {
  const wrong = whatIsWrongWithText(input, longest);
  return wrong === undefined ? (input as string) : rejectFormat(context, wrong, path);
}
