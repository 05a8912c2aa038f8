import {
  type GraphQLArgument,
  type GraphQLNamedType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isSpecifiedScalarType,
  isUnionType,
} from 'graphql';

/** One place where two schemas are not the same. */
export interface Difference {
  /** `PostRecord`, `PostRecord.title`, `Query.allPosts(first)` */
  place: string;
  what: string;
  wanted: string;
  ours: string;
}

/** A named part with everything that prints about it. */
interface Part {
  place: string;
  facts: Readonly<Record<string, string>>;
  parts: readonly Part[];
}

/** Everything that prints: names, kinds, types, defaults, descriptions, and the order of it all. */
export function compareSchemas(wanted: GraphQLSchema, ours: GraphQLSchema): Difference[] {
  return compareParts('schema', typesOf(wanted), typesOf(ours));
}

function compareParts(place: string, wanted: readonly Part[], ours: readonly Part[]): Difference[] {
  const known = new Map(ours.map((part) => [part.place, part]));
  const differences = wanted.flatMap((part) => {
    const own = known.get(part.place);
    return own ? comparePart(part, own) : [missing(part)];
  });
  const names = new Set(wanted.map((part) => part.place));
  differences.push(...ours.filter((part) => !names.has(part.place)).map(unwanted));
  return [...differences, ...compareOrder(place, wanted, ours)];
}

function comparePart(wanted: Part, ours: Part): Difference[] {
  const facts = Object.keys(wanted.facts).flatMap((what): Difference[] => {
    const [theirs = '', own = ''] = [wanted.facts[what], ours.facts[what]];
    return theirs === own ? [] : [{ place: wanted.place, what, wanted: theirs, ours: own }];
  });
  return [...facts, ...compareParts(wanted.place, wanted.parts, ours.parts)];
}

function missing({ place }: Part): Difference {
  return { place, what: 'missing', wanted: 'there', ours: 'not there' };
}

function unwanted({ place }: Part): Difference {
  return { place, what: 'too much', wanted: 'not there', ours: 'there' };
}

/** Of what both have: a missing part is told once. */
function compareOrder(place: string, wanted: readonly Part[], ours: readonly Part[]): Difference[] {
  const order = (parts: readonly Part[], others: readonly Part[]) => {
    const names = new Set(others.map((part) => part.place));
    return parts
      .filter((part) => names.has(part.place))
      .map((part) => part.place)
      .join(' ');
  };
  const [theirs, own] = [order(wanted, ours), order(ours, wanted)];
  return theirs === own ? [] : [{ place, what: 'order', wanted: theirs, ours: own }];
}

function typesOf(schema: GraphQLSchema): Part[] {
  return Object.values(schema.getTypeMap())
    .filter((type) => !type.name.startsWith('__') && !isSpecifiedScalarType(type))
    .map(typePart);
}

function typePart(type: GraphQLNamedType): Part {
  const facts = { kind: type.constructor.name, description: type.description ?? '' };
  if (isUnionType(type)) {
    const members = type.getTypes().map(({ name }) => name);
    return { place: type.name, facts: { ...facts, members: members.join(' | ') }, parts: [] };
  }
  if (isEnumType(type)) {
    const parts = type.getValues().map((value) => namedPart(`${type.name}.${value.name}`, value));
    return { place: type.name, facts, parts };
  }
  if (isInputObjectType(type)) {
    const parts = Object.values(type.getFields()).map((field) =>
      inputPart(`${type.name}.${field.name}`, field),
    );
    return { place: type.name, facts, parts };
  }
  if (isObjectType(type) || isInterfaceType(type)) {
    const interfaces = type
      .getInterfaces()
      .map(({ name }) => name)
      .join(' & ');
    return { place: type.name, facts: { ...facts, interfaces }, parts: fieldParts(type) };
  }
  return { place: type.name, facts, parts: [] };
}

function fieldParts(type: { name: string; getFields(): Record<string, FieldLike> }): Part[] {
  return Object.values(type.getFields()).map((field) => {
    const place = `${type.name}.${field.name}`;
    const parts = field.args.map((argument) => inputPart(`${place}(${argument.name})`, argument));
    const own = namedPart(place, field);
    return { ...own, facts: { ...own.facts, type: String(field.type) }, parts };
  });
}

interface Named {
  name: string;
  description?: string | null | undefined;
  deprecationReason?: string | null | undefined;
}
interface FieldLike extends Named {
  type: unknown;
  args: readonly GraphQLArgument[];
}

function namedPart(place: string, { description, deprecationReason }: Named): Part {
  return {
    place,
    facts: { description: description ?? '', deprecation: deprecationReason ?? '' },
    parts: [],
  };
}

function inputPart(place: string, input: Named & { type: unknown; defaultValue?: unknown }): Part {
  const own = namedPart(place, input);
  const byDefault = input.defaultValue === undefined ? '' : JSON.stringify(input.defaultValue);
  return { ...own, facts: { ...own.facts, type: String(input.type), default: byDefault } };
}
