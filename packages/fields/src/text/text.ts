import type { FieldType } from '@recto/content/field-type';
import { readText } from '../reading/read-text.ts';
import { editor } from '../settings/editor.ts';
import { listOf, withDefault } from '../settings/setting.ts';
import { oneOf, shortText } from '../settings/simple-settings.ts';
import { keepText, writeNumber } from './convert-to-text.ts';
import { MARKDOWN_TOOLBAR, WYSIWYG_DEFAULT_TOOLBAR, WYSIWYG_TOOLBAR } from './toolbars.ts';

/** Text of several lines: Markdown, HTML or plain, as its editor makes it. Newlines are kept. */
export const text: FieldType<string> = {
  name: 'text',
  parse: (input, context) => readText(input, context),
  present: (value) => value,
  isBlank: (value) => value === null || value.trim() === '',
  text: (value) => value,
  storedAs: 'text',
  validators: { required: [], optional: ['required', 'length', 'format', 'sanitized_html'] },
  editors: {
    markdown: editor({ toolbar: withDefault([...MARKDOWN_TOOLBAR], listOf(oneOf(MARKDOWN_TOOLBAR))) }),
    wysiwyg: editor({ toolbar: withDefault([...WYSIWYG_DEFAULT_TOOLBAR], listOf(oneOf(WYSIWYG_TOOLBAR))) }),
    textarea: editor({ placeholder: shortText }),
  },
  hasDefaultValue: true,
  convertFrom: {
    string: keepText,
    slug: keepText,
    json: keepText,
    integer: writeNumber,
    float: writeNumber,
    date: keepText,
  },
  delivery: {
    output: { kind: 'scalar', type: 'String', markdown: true },
    filter: 'TextFilter',
    orderable: false,
  },
};
