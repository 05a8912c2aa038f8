import type { FieldType } from '@recto/content/field-type';
import { readText } from '../reading/read-text.ts';
import { editor } from '../settings/editor.ts';
import { shortText } from '../settings/simple-settings.ts';
import { keepText } from '../text/convert-to-text.ts';

/** The part of a URL that names a record. The editor fills it in from a title; the API stores what it is given. */
export const slug: FieldType<string> = {
  name: 'slug',
  parse: (input, context) => readText(input, context),
  present: (value) => value,
  isBlank: (value) => value === null || value.trim() === '',
  text: (value) => value,
  storedAs: 'text',
  validators: { required: [], optional: ['required', 'unique', 'length', 'slug_format', 'slug_title_field'] },
  editors: { slug: editor({ url_prefix: shortText, placeholder: shortText }) },
  hasDefaultValue: false,
  convertFrom: { string: keepText, text: keepText },
  delivery: { output: { kind: 'scalar', type: 'String' }, filter: 'SlugFilter', orderable: false },
};
