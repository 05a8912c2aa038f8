import type { FieldType } from '@recto/content/field-type';
import { readText } from '../reading/read-text.ts';
import { choices } from '../settings/choices.ts';
import { editor } from '../settings/editor.ts';
import { withDefault } from '../settings/setting.ts';
import { flag, shortText } from '../settings/simple-settings.ts';
import { keepText, writeNumber } from '../text/convert-to-text.ts';

/** A single line of text. What its editor offers to choose from is display only; `enum` enforces. */
export const string: FieldType<string> = {
  name: 'string',
  parse: (input, context) => readText(input, context),
  present: (value) => value,
  isBlank: (value) => value === null || value.trim() === '',
  text: (value) => value,
  storedAs: 'text',
  validators: { required: [], optional: ['required', 'unique', 'length', 'format', 'enum'] },
  editors: {
    single_line: editor({ heading: withDefault(false, flag), placeholder: shortText }),
    string_radio_group: editor({ radios: choices }),
    string_select: editor({ options: choices }),
  },
  hasDefaultValue: true,
  convertFrom: { text: keepText, slug: keepText, integer: writeNumber, float: writeNumber, date: keepText },
  delivery: { output: { kind: 'scalar', type: 'String' }, filter: 'StringFilter', orderable: true },
};
