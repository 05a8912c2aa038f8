import type { FieldType } from '@recto/content/field-type';
import { rejectFormat } from '../reading/reject-format.ts';
import { withoutParameters } from '../settings/editor.ts';
import { isCalendarDate } from './calendar-date.ts';

/** A day of the calendar, without time and time zone. */
export const date: FieldType<string> = {
  name: 'date',
  parse(input, context) {
    const isDate = typeof input === 'string' && isCalendarDate(input);
    return isDate ? input : rejectFormat(context, 'must be an ISO 8601 date, such as 2015-12-29');
  },
  present: (value) => value,
  isBlank: (value) => value === null,
  storedAs: 'date',
  validators: { required: [], optional: ['required', 'date_range'] },
  editors: { date_picker: withoutParameters },
  hasDefaultValue: true,
  convertFrom: {
    string: (value) => (typeof value === 'string' && isCalendarDate(value) ? value : null),
  },
  delivery: { output: { kind: 'scalar', type: 'Date' }, filter: 'DateFilter', orderable: true },
};
