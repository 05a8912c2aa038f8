import { RE2JS } from 're2js';
import { rejectSetting, type Setting } from '../settings/setting.ts';

/** Compiled patterns of the fields that are being written to; the least recently used goes first. */
const MOST_COMPILED = 500;
const LONGEST_PATTERN = 2_000;
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
      rejectSetting('must be a regular expression without look-around and back references', path, report);
    }
  },
};

/** Whether the pattern is found somewhere in the text. */
export function matchesPattern(text: string, source: string): boolean {
  return compilePattern(source)?.matcher(text).find() ?? true;
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
    return RE2JS.compile(RE2JS.translateRegExp(source));
  } catch {
    return null;
  }
}
