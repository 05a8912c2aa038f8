import type { ParseContext } from '@recto/content/field-type';
import type { Path } from '@recto/content/problem';

/** Reports that a value is not of the field's type, in the words clients of the public API know. */
export function rejectFormat(context: ParseContext, error: string, path: Path = context.path): undefined {
  const details = { message: 'Value not acceptable for this field type', errors: [error] };
  context.report({ code: 'INVALID_FORMAT', path, details });
  return undefined;
}
