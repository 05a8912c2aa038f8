import { isCalendarDate } from '@recto/fields/date/calendar-date';
import { GraphQLScalarType, Kind, valueFromASTUntyped } from 'graphql';
import { readMoment } from '#query/read-moment.ts';
import type { SchemaScope } from './scope.ts';

const LARGEST_INT = 2_147_483_647;

export const BooleanType = inputScalar('BooleanType', 'Represents `true` or `false` values.', (value) =>
  typeof value === 'boolean' ? value : undefined,
);

export const IntType = inputScalar(
  'IntType',
  'Represents non-fractional signed whole numeric values. Int can represent values between -(2^31) and 2^31 - 1.',
  (value) => (Number.isInteger(value) && Math.abs(value as number) <= LARGEST_INT ? value : undefined),
);

export const FloatType = inputScalar(
  'FloatType',
  'Represents signed double-precision fractional values as specified by [IEEE 754](http://en.wikipedia.org/wiki/IEEE_floating_point).',
  (value) => (Number.isFinite(value) ? value : undefined),
);

export const DateType = inputScalar('Date', 'A ISO 8601 compliant date value', (value) =>
  typeof value === 'string' && isCalendarDate(value) ? value : undefined,
);

/** Takes any offset, and none: then the clock of the project is meant. Inside, a moment is in UTC. */
export function dateTimeType(scope: SchemaScope): GraphQLScalarType<unknown, unknown> {
  const { timeZone } = scope.schema.settings;
  return scope.once('DateTime', (name) =>
    inputScalar(name, 'A ISO 8601 compliant datetime value', (value) =>
      typeof value === 'string' ? readMoment(value, timeZone) : undefined,
    ),
  );
}

/** Ids of the older kind may be written as numbers. */
export const ItemId = inputScalar('ItemId', undefined, idFromInput);
export const UploadId = inputScalar('UploadId', undefined, idFromInput);

export const CustomData = inputScalar('CustomData', undefined, (value) => value);
export const MetaTagAttributes = inputScalar('MetaTagAttributes', undefined, (value) => value);
/** Any JSON, as a value and not as text. */
export const JsonField = inputScalar('JsonField', undefined, (value) => value);

function idFromInput(value: unknown): unknown {
  if (typeof value === 'string') return value;
  return Number.isSafeInteger(value) ? String(value) : undefined;
}

/** A scalar whose values leave as they are; `read` answers undefined for what may not come in. */
function inputScalar(
  name: string,
  description: string | undefined,
  read: (value: unknown) => unknown,
): GraphQLScalarType<unknown, unknown> {
  const parse = (value: unknown): unknown => {
    const parsed = read(value);
    // Not an error of GraphQL: the engine makes one of it that knows the place.
    if (parsed === undefined) throw new TypeError(`${name} cannot represent the given value.`);
    return parsed;
  };
  return new GraphQLScalarType({
    name,
    description,
    serialize: (value) => value,
    parseValue: parse,
    parseLiteral: (node, variables) =>
      // A whole number too big for a double would come in as another number.
      node.kind === Kind.INT && !Number.isSafeInteger(Number(node.value)) && read === idFromInput
        ? node.value
        : parse(valueFromASTUntyped(node, variables)),
  });
}
