import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
} from 'graphql';
import type { Chance } from './chance.ts';
import { DAYS, MOMENTS, WORDS } from './random-values.ts';

/** How deep selections and filters nest. */
const DEEPEST = 3;

/** What the evaluator does not judge: texts made for people and machines, schedules, and pixels. */
const LEFT_OUT =
  /^(_seoMetaTags|_editingUrl|_publicationScheduledAt|_unpublishingScheduledAt|_site|_all.*Uploads.*|upload|allUploads|inlineBlocks|cssRgb|hex|alpha|markdown|imgixParams|exists_text)$/;
/** Of an asset, what the evaluator knows. */
const UPLOAD_FIELDS = /^(id|filename|size)$/;
/** Blocks have the metas of their record. */
const OF_RECORDS_ONLY = /^_(?!modelApiKey)/;

/** Ids that exist, to be asked for. */
export interface KnownIds {
  items: string[];
  uploads: string[];
}

/** A valid query, put together from the schema and nothing else. */
export function randomQuery(schema: GraphQLSchema, ids: KnownIds, chance: Chance): string {
  const writer = new Writer(ids, chance);
  const root = schema.getQueryType();
  if (!root) throw new Error('This schema cannot be queried.');
  return `{ ${Array.from({ length: 1 + chance.below(2) }, (_, index) => writer.field(root, `r${index}`, 0)).join(' ')} }`;
}

class Writer {
  readonly #ids: KnownIds;
  readonly #chance: Chance;
  #aliases = 0;

  constructor(ids: KnownIds, chance: Chance) {
    this.#ids = ids;
    this.#chance = chance;
  }

  /** One random field of a type, with arguments and a selection. */
  field(type: GraphQLObjectType, alias: string, depth: number): string {
    const fields = Object.values(type.getFields()).filter((field) => this.#isAskable(type, field, depth));
    const field = this.#chance.pick(fields);
    return `${alias}: ${field.name}${this.#arguments(field)}${this.#selection(getNamedType(field.type), depth + 1)}`;
  }

  #isAskable(
    type: GraphQLObjectType,
    { name, type: fieldType }: GraphQLField<unknown, unknown>,
    depth: number,
  ): boolean {
    if (LEFT_OUT.test(name)) return false;
    const isAsset = 'md5' in type.getFields();
    if (isAsset) return UPLOAD_FIELDS.test(name);
    if (/^(Quote|Box)Record$/.test(type.name) && OF_RECORDS_ONLY.test(name)) return false;
    const isLeaf = !('getFields' in getNamedType(fieldType)) && !isUnionType(getNamedType(fieldType));
    return isLeaf || depth <= DEEPEST;
  }

  #selection(type: GraphQLNamedType, depth: number): string {
    if (isUnionType(type)) {
      const members = type
        .getTypes()
        .map((member) => `... on ${member.name} ${this.#selection(member, depth)}`);
      return ` { __typename ${members.join(' ')} }`;
    }
    if (!isObjectType(type)) return '';
    const id = 'id' in type.getFields() ? 'id ' : '';
    const count = 1 + this.#chance.below(4);
    // Aliases of their own, so that types of a union never disagree.
    const fields = Array.from({ length: count }, () => this.field(type, this.#nextAlias(), depth));
    return ` { ${id}${fields.join(' ')} }`;
  }

  #nextAlias(): string {
    this.#aliases += 1;
    return `a${this.#aliases}`;
  }

  #arguments({ args }: GraphQLField<unknown, unknown>): string {
    const given = args.filter(({ name }) => !LEFT_OUT.test(name) && this.#chance.happens(0.35));
    const written = given.flatMap((argument) => this.#argument(argument));
    return written.length > 0 ? `(${written.join(', ')})` : '';
  }

  #argument({ name, type }: GraphQLArgument): string[] {
    if (name === 'first') return [`first: ${this.#chance.below(12)}`];
    if (name === 'skip') return [`skip: ${this.#chance.below(6)}`];
    return [`${name}: ${this.#value(type, 0)}`];
  }

  #value(type: GraphQLInputType, depth: number): string {
    const nullable = getNullableType(type);
    if (isListType(nullable)) {
      const count = this.#chance.below(3) + 1;
      return `[${Array.from({ length: count }, () => this.#value(nullable.ofType, depth)).join(', ')}]`;
    }
    if (isEnumType(nullable)) return this.#chance.pick(nullable.getValues()).name;
    if (isInputObjectType(nullable)) return this.#object(nullable, depth);
    return this.#scalar(getNamedType(nullable).name);
  }

  #object(type: GraphQLInputObjectType, depth: number): string {
    if (type.name === 'StringMatchesFilter') return this.#pattern();
    const fields = Object.values(type.getFields()).filter(
      ({ name }) =>
        !LEFT_OUT.test(name) && (depth < DEEPEST || !/^(OR|AND)$/.test(name)) && !this.#isUnsaid(type, name),
    );
    const isWhole = fields.some((field) => isNonNullType(field.type));
    const chosen = isWhole ? fields : this.#chance.some(fields, 2);
    const written = chosen.map((field) => {
      if (type.name === 'LatLonNearFilter' && field.name === 'radius')
        return `radius: ${this.#chance.below(900_000)}`;
      return `${field.name}: ${this.#value(field.type, depth + 1)}`;
    });
    return `{ ${written.join(', ')} }`;
  }

  /** Of a text that is there and empty, `exists` is deprecated because nobody says what it answers. */
  #isUnsaid(type: GraphQLInputObjectType, operator: string): boolean {
    return operator === 'exists' && /^(String|Text|StructuredText)Filter$/.test(type.name);
  }

  #pattern(): string {
    const patterns = ['fox', '^the', 'dog$', '(fox|öl)', 'a.b', '10%', '[aeiou]{2}', 'x*', 'z'];
    const options = [
      `pattern: ${JSON.stringify(this.#chance.pick(patterns))}`,
      ...(this.#chance.happens(0.3) ? ['caseSensitive: true'] : []),
      ...(this.#chance.happens(0.3) ? ['regexp: false'] : []),
    ];
    return `{ ${options.join(', ')} }`;
  }

  #scalar(name: string): string {
    const chance = this.#chance;
    const values: Record<string, () => unknown> = {
      BooleanType: () => chance.happens(0.5),
      Boolean: () => chance.happens(0.5),
      IntType: () => chance.below(8) - 2,
      FloatType: () => chance.pick([-1.5, 0, 0.1, 2, 3]),
      String: () => chance.pick(WORDS),
      Date: () => chance.pick(DAYS),
      DateTime: () => chance.pick(MOMENTS),
      ItemId: () => chance.pick(this.#ids.items),
      UploadId: () => chance.pick(this.#ids.uploads),
    };
    const value = values[name];
    if (!value) throw new Error(`There are no values for ${name}.`);
    return JSON.stringify(value());
  }
}
