import { isJsonObject, type Json } from '@recto/content/json';

/** Text of a query string → a value of the GraphQL type that an operator asks for; `undefined` when it is none. */
export function readArgument(input: unknown, type: string): Json | undefined {
  const bare = type.endsWith('!') ? type.slice(0, -1) : type;
  if (bare.startsWith('[')) return readList(input, bare.slice(1, -1));
  const read = READERS[bare] ?? readText;
  return read(input);
}

function readList(input: unknown, type: string): Json | undefined {
  const parts = Array.isArray(input) ? input : [input];
  const values = parts.map((part) => readArgument(part, type));
  return values.some((value) => value === undefined || value === null) ? undefined : (values as Json[]);
}

const READERS: Readonly<Record<string, (input: unknown) => Json | undefined>> = {
  ItemId: readId,
  UploadId: readId,
  ItemStatus: readStatus,
  BooleanType: readBoolean,
  IntType: (input) => readNumber(input, Number.isInteger),
  FloatType: (input) => readNumber(input, Number.isFinite),
  Date: (input) => readMoment(input),
  DateTime: (input) => readMoment(input),
  LatLonNearFilter: (input) =>
    readMembers(input, { latitude: 'FloatType', longitude: 'FloatType', radius: 'FloatType' }),
  StringMatchesFilter: (input) =>
    readMembers(input, { pattern: 'String', caseSensitive: 'BooleanType', regexp: 'BooleanType' }),
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

function readMoment(input: unknown): Json | undefined {
  if (typeof input !== 'string') return undefined;
  if (input === '') return null;
  return Number.isNaN(Date.parse(input)) ? undefined : input;
}

/** Members are spelled in snake_case on the wire; what is not sent is false or missing. */
function readMembers(input: unknown, members: Readonly<Record<string, string>>): Json | undefined {
  if (!isJsonObject(input)) return undefined;
  const entries = Object.entries(members).map(([name, type]) => {
    const text = input[name] ?? input[name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)];
    return [name, text === undefined && type === 'BooleanType' ? false : readArgument(text, type)] as const;
  });
  return entries.some(([, value]) => value === undefined || value === null)
    ? undefined
    : (Object.fromEntries(entries) as Json);
}
