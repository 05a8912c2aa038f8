import type { FieldType } from '@recto/content/field-type';
import { rejectFormat } from '../reading/reject-format.ts';
import { withoutParameters } from '../settings/editor.ts';
import { readDateTime, writeDateTime } from './iso-date-time.ts';

/** A moment. It rests in UTC with milliseconds and shows in the time zone of the project. */
export const dateTime: FieldType<string> = {
  name: 'date_time',
  parse(input, context) {
    const read =
      typeof input === 'string' ? readDateTime(input, context.timeZone, context.ignoresOffsets) : undefined;
    return read ?? rejectFormat(context, 'must be an ISO 8601 date-time, such as 2015-12-29T14:30:00+01:00');
  },
  present: (value, context) => writeDateTime(value, context.timeZone, context.milliseconds),
  isBlank: (value) => value === null,
  storedAs: 'date_time',
  validators: { required: [], optional: ['required', 'date_time_range'] },
  editors: { date_time_picker: withoutParameters },
  hasDefaultValue: true,
  delivery: { output: { kind: 'scalar', type: 'DateTime' }, filter: 'DateTimeFilter', orderable: true },
};
