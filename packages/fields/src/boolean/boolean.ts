import type { FieldType } from '@recto/content/field-type';
import { rejectFormat } from '../reading/reject-format.ts';
import { editor, withoutParameters } from '../settings/editor.ts';
import { objectOf, required } from '../settings/setting.ts';
import { shortText } from '../settings/simple-settings.ts';

const radio = required(objectOf({ label: required(shortText), hint: shortText }));

/** True or false; with the flag, null is stored as false, so that nobody downstream has to handle a third state. */
export const boolean: FieldType<boolean> = {
  name: 'boolean',
  parse(input, context) {
    return typeof input === 'boolean' ? input : rejectFormat(context, 'must be true or false');
  },
  present: (value) => value,
  isBlank: (value) => value === null,
  nullValue: false,
  nullValueNeeds: 'improved_boolean_fields',
  storedAs: 'boolean',
  validators: { required: [], optional: [] },
  editors: {
    boolean: withoutParameters,
    boolean_radio_group: editor({ positive_radio: radio, negative_radio: radio }),
  },
  hasDefaultValue: true,
  delivery: {
    output: { kind: 'scalar', type: 'BooleanType', neverNull: true },
    filter: 'BooleanFilter',
    orderable: true,
  },
};
