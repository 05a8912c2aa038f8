import { isJsonObject, type Json, type JsonObject } from '@recto/content/json';
import type { Path, Problem } from '@recto/content/problem';

export type Report = (problem: Problem) => void;

/** One parameter of a rule or an editor: what it must be, and what it is when nobody says. */
export interface Setting {
  check(value: unknown, path: Path, report: Report): void;
  required?: boolean;
  default?: Json;
}
export type Settings = Readonly<Record<string, Setting>>;

/** Named in an answer: of the rest it is enough to know that there are too many. */
const MOST_UNKNOWN_KEYS = 20;

/** Reads parameters strictly: unknown keys, missing ones and wrong values are all reported. Null means "not set". */
export function readSettings(input: JsonObject, settings: Settings, path: Path, report: Report): JsonObject {
  const unknown = Object.keys(input).filter((key) => !Object.hasOwn(settings, key));
  for (const key of unknown.slice(0, MOST_UNKNOWN_KEYS)) {
    rejectSetting('is not a permitted key', [...path, key], report);
  }
  const read: JsonObject = {};
  for (const [key, setting] of Object.entries(settings)) {
    const value = input[key] ?? setting.default;
    if (value !== undefined) {
      setting.check(value, [...path, key], report);
      read[key] = value;
    } else if (setting.required) {
      report({ code: 'VALIDATION_REQUIRED', path: [...path, key], details: { message: 'is missing' } });
    }
  }
  return read;
}

/** At least one of the named parameters has to be there. */
export function requireOneOf(read: JsonObject, names: readonly string[], path: Path, report: Report): void {
  if (names.some((name) => read[name] !== undefined)) return;
  rejectSetting(`must specify at least one of ${names.join(', ')}`, path, report);
}

export function rejectSetting(message: string, path: Path, report: Report): void {
  report({ code: 'VALIDATION_INVALID', path, details: { message } });
}

/** A setting that is right when `isRight` says so. */
export function setting(message: string, isRight: (value: unknown) => boolean): Setting {
  return {
    check(value, path, report) {
      if (!isRight(value)) rejectSetting(message, path, report);
    },
  };
}

export function withDefault(value: Json, rule: Setting): Setting {
  return { ...rule, default: value };
}

export function required(rule: Setting): Setting {
  return { ...rule, required: true };
}

export function listOf(entry: Setting, longest = 1_000): Setting {
  return {
    check(value, path, report) {
      if (!Array.isArray(value)) return rejectSetting('must be an array', path, report);
      if (value.length > longest) {
        return rejectSetting(`must not have more than ${longest} entries`, path, report);
      }
      value.forEach((each: unknown, index) => {
        entry.check(each, [...path, index], report);
      });
    },
  };
}

export function objectOf(settings: Settings): Setting {
  return {
    check(value, path, report) {
      if (!isJsonObject(value)) return rejectSetting('must be an object', path, report);
      readSettings(value as JsonObject, settings, path, report);
    },
  };
}
