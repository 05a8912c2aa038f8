import type { FieldType } from '@recto/content/field-type';
import { rejectFormat } from '../reading/reject-format.ts';
import { editor } from '../settings/editor.ts';
import { shortText } from '../settings/simple-settings.ts';

/** A number in double precision. `1e400` reads as Infinity, which JSON could not say again: refused. */
export const float: FieldType<number> = {
  name: 'float',
  parse(input, context) {
    const isNumber = typeof input === 'number' && Number.isFinite(input);
    return isNumber ? input : rejectFormat(context, 'must be a number');
  },
  present: (value) => value,
  isBlank: (value) => value === null,
  storedAs: 'float',
  validators: { required: [], optional: ['required', 'number_range'] },
  editors: { float: editor({ placeholder: shortText }) },
  hasDefaultValue: true,
  convertFrom: { integer: (value) => (typeof value === 'number' ? value : null) },
  delivery: { output: { kind: 'scalar', type: 'FloatType' }, filter: 'FloatFilter', orderable: true },
};
