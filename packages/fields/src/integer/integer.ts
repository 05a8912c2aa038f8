import type { FieldType } from '@recto/content/field-type';
import { rejectFormat } from '../reading/reject-format.ts';
import { editor } from '../settings/editor.ts';
import { shortText } from '../settings/simple-settings.ts';

/** A whole number, up to 2^53 - 1 either way: beyond that JSON readers lose digits. */
export const integer: FieldType<number> = {
  name: 'integer',
  parse(input, context) {
    return Number.isSafeInteger(input) ? Number(input) : rejectFormat(context, 'must be an integer');
  },
  present: (value) => value,
  isBlank: (value) => value === null,
  storedAs: 'integer',
  validators: { required: [], optional: ['required', 'number_range'] },
  editors: { integer: editor({ placeholder: shortText }) },
  hasDefaultValue: true,
  convertFrom: { float: (value) => (Number.isSafeInteger(value) ? Number(value) : null) },
  delivery: { output: { kind: 'scalar', type: 'IntType' }, filter: 'IntegerFilter', orderable: true },
};
