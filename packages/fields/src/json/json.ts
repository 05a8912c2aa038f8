import type { FieldType, ParseContext } from '@recto/content/field-type';
import { readText } from '../reading/read-text.ts';
import { rejectFormat } from '../reading/reject-format.ts';
import { choices } from '../settings/choices.ts';
import { editor, withoutParameters } from '../settings/editor.ts';
import { keepText } from '../text/convert-to-text.ts';

/** Levels. Deeper values cannot be written again without running out of stack. */
const DEEPEST_JSON = 200;

/** JSON as text, in requests and responses alike: its spaces and key order stay as they came. */
export const json: FieldType<string> = {
  name: 'json',
  parse(input, context) {
    const text = readText(input, context);
    return text === undefined ? undefined : readJson(text, context);
  },
  present: (value) => value,
  isBlank: (value) => value === null,
  storedAs: 'json',
  validators: { required: [], optional: ['required'] },
  editors: {
    json: withoutParameters,
    string_multi_select: editor({ options: choices }),
    string_checkbox_group: editor({ options: choices }),
  },
  hasDefaultValue: true,
  convertFrom: {
    string: keepJson,
    text: keepJson,
  },
  delivery: { output: { kind: 'scalar', type: 'JsonField' }, filter: 'JsonFilter', orderable: false },
};

function readJson(text: string, context: ParseContext): string | undefined {
  return isJson(text)
    ? text
    : rejectFormat(context, `must be a string that holds valid JSON of at most ${DEEPEST_JSON} levels`);
}

function keepJson(value: Parameters<typeof keepText>[0]): string | null {
  const text = keepText(value);
  return text !== null && isJson(text) ? text : null;
}

function isJson(text: string): boolean {
  if (depthOf(text) > DEEPEST_JSON) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Levels of brackets outside of strings. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]/gs)) {
    if (token === '[' || token === '{') deepest = Math.max(deepest, ++depth);
    if (token === ']' || token === '}') depth--;
  }
  return deepest;
}
