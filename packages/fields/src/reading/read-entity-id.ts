import type { ParseContext } from '@recto/content/field-type';
import { isEntityId } from '@recto/content/id';
import type { Path } from '@recto/content/problem';
import { rejectFormat } from './reject-format.ts';

/** The id of a record or an upload. Whether it exists is for the rules to say, which know the facts. */
export function readEntityId(
  input: unknown,
  context: ParseContext,
  path: Path = context.path,
): string | undefined {
  return isEntityId(input) ? input : rejectFormat(context, 'must be an ID', path);
}
