import { RE2JS, RE2JSException } from 're2js';
import { rejectSetting, type Setting } from '../settings/setting.ts';

/** Compiled patterns of the fields that are being written to; the oldest goes first. */
const MOST_COMPILED = 500;
const LONGEST_PATTERN = 2_000;

/** Instructions: `{1,30}` inside `{1,30}` makes thousands of them out of a few letters. */
const LARGEST_PROGRAM = 2_000;

/** Instructions × characters, the bound of what one match can cost: about 0.3 seconds at worst. */
const MOST_WORK = 2_000_000;

const compiled = new Map<string, RE2JS | null>();

/** A regular expression of the project's own. It runs in time linear in the text: with JavaScript's engine,
 *  `(a+)+$` and a text of forty letters would keep the server busy for hours. */
export const pattern: Setting = {
  check(value, path, report) {
    if (typeof value !== 'string') return rejectSetting('must be a string', path, report);
    if (value.length > LONGEST_PATTERN) {
      return rejectSetting(`must not be longer than ${LONGEST_PATTERN} characters`, path, report);
    }
    if (compilePattern(value) === null) {
      rejectSetting(
        'must be a regular expression without look-ahead, look-behind and back references, and not too large',
        path,
        report,
      );
    }
  },
};

/** Whether the pattern is found somewhere in the text. A text too long for so large a pattern does not match. */
export function matchesPattern(text: string, source: string): boolean {
  const expression = compilePattern(source);
  if (!expression) return true;
  return expression.programSize() * text.length <= MOST_WORK && expression.matcher(text).find();
}

function compilePattern(source: string): RE2JS | null {
  const known = compiled.get(source);
  if (known !== undefined) return known;
  if (compiled.size >= MOST_COMPILED) compiled.delete(compiled.keys().next().value ?? source);
  const expression = tryToCompile(source);
  compiled.set(source, expression);
  return expression;
}

function tryToCompile(source: string): RE2JS | null {
  try {
    const expression = RE2JS.compile(RE2JS.translateRegExp(source));
    return expression.programSize() <= LARGEST_PROGRAM ? expression : null;
  } catch (error) {
    if (error instanceof RE2JSException) return null;
    throw error;
  }
}
