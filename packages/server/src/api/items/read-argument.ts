import { isJsonObject, type Json } from '@recto/content/json';
import { isCalendarDate } from '@recto/fields/date/calendar-date';
import { readMoment } from '#query/read-moment.ts';

/** Text of a query string → a value of the GraphQL type that an operator asks for; `undefined` when it is none. */
export function readArgument(input: unknown, type: string, timeZone: string): Json | undefined {
  const bare = type.endsWith('!') ? type.slice(0, -1) : type;
  if (bare.startsWith('[')) return readList(input, bare.slice(1, -1), timeZone);
  const read = READERS[bare] ?? readText;
  return read(input, timeZone);
}

function readList(input: unknown, type: string, timeZone: string): Json | undefined {
  const parts = Array.isArray(input) ? input : [input];
  const values = parts.map((part) => readArgument(part, type, timeZone));
  return values.some((value) => value === undefined || value === null) ? undefined : (values as Json[]);
}

const READERS: Readonly<Record<string, (input: unknown, timeZone: string) => Json | undefined>> = {
  ItemId: readId,
  UploadId: readId,
  ItemStatus: readStatus,
  BooleanType: readBoolean,
  IntType: (input) => readNumber(input, Number.isInteger),
  FloatType: (input) => readNumber(input, Number.isFinite),
  Date: (input) => readDay(input),
  DateTime: (input, timeZone) => readInstant(input, timeZone),
  LatLonNearFilter: (input, timeZone) =>
    readMembers(input, { latitude: 'FloatType', longitude: 'FloatType', radius: 'FloatType' }, timeZone),
  StringMatchesFilter: (input, timeZone) =>
    readMembers(input, { pattern: 'String', caseSensitive: 'BooleanType', regexp: 'BooleanType' }, timeZone),
};

function readText(input: unknown): Json | undefined {
  return typeof input === 'string' ? input : undefined;
}

/** An id is never blank: that stands for none, which a query string cannot say otherwise. */
function readId(input: unknown): Json | undefined {
  return input === '' ? null : readText(input);
}

function readStatus(input: unknown): Json | undefined {
  return ['draft', 'updated', 'published'].find((status) => status === input);
}

function readBoolean(input: unknown): Json | undefined {
  return input === 'true' ? true : input === 'false' ? false : undefined;
}

function readNumber(input: unknown, isRight: (number: number) => boolean): Json | undefined {
  if (typeof input !== 'string') return undefined;
  if (input === '') return null;
  const number = Number(input);
  return isRight(number) ? number : undefined;
}

function readDay(input: unknown): Json | undefined {
  if (typeof input !== 'string') return undefined;
  if (input === '') return null;
  return isCalendarDate(input) ? input : undefined;
}

function readInstant(input: unknown, timeZone: string): Json | undefined {
  if (typeof input !== 'string') return undefined;
  return input === '' ? null : readMoment(input, timeZone);
}

/** Members are spelled in snake_case on the wire; what is not sent is false or missing. */
function readMembers(
  input: unknown,
  members: Readonly<Record<string, string>>,
  timeZone: string,
): Json | undefined {
  if (!isJsonObject(input)) return undefined;
  const entries = Object.entries(members).map(([name, type]) => {
    const text = input[name] ?? input[name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)];
    return [
      name,
      text === undefined && type === 'BooleanType' ? false : readArgument(text, type, timeZone),
    ] as const;
  });
  return entries.some(([, value]) => value === undefined || value === null)
    ? undefined
    : (Object.fromEntries(entries) as Json);
}
