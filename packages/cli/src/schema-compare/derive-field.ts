import {
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
} from 'graphql';
import type { FieldSketch } from './project-sketch.ts';
import { readDescription } from './record-descriptions.ts';

type Field = GraphQLField<unknown, unknown>;

/** The field of a model that would print as this one; null for what no field type prints. */
export function deriveField(
  schema: GraphQLSchema,
  field: Field,
  filter: GraphQLInputType | undefined,
): FieldSketch | null {
  const type = getNamedType(field.type);
  const isList = isListType(getNullableType(field.type));
  const derived = deriveValue(schema, field, type, isList, filter);
  if (!derived) return null;
  const isRequired = isNonNullType(field.type) && !isList && derived.fieldType !== 'boolean';
  return {
    apiKey: snakeCase(field.name),
    fieldType: derived.fieldType,
    localized: field.args.some(({ name }) => name === 'locale'),
    deepFilteringEnabled: filter !== undefined && getNamedType(filter).name.endsWith('FieldFilter'),
    validators: { ...derived.validators, ...(isRequired ? { required: {} } : {}) },
  };
}

type Derived = Pick<FieldSketch, 'fieldType' | 'validators'>;

const BY_TYPE: Readonly<Record<string, string>> = {
  BooleanType: 'boolean',
  IntType: 'integer',
  FloatType: 'float',
  Date: 'date',
  DateTime: 'date_time',
  JsonField: 'json',
  ColorField: 'color',
  LatLonField: 'lat_lon',
  VideoField: 'video',
  SeoField: 'seo',
};

function deriveValue(
  schema: GraphQLSchema,
  field: Field,
  type: GraphQLNamedType,
  isList: boolean,
  filter: GraphQLInputType | undefined,
): Derived | null {
  const plain = BY_TYPE[type.name];
  if (plain) return { fieldType: plain, validators: {} };
  if (type.name === 'String') return deriveText(field, isList, filter);
  if (type.name.endsWith('FileField')) return deriveAsset(type.name, isList);
  if (isObjectType(type) && type.getFields().value && type.getFields().links) {
    return deriveStructuredText(schema, type.getFields(), filter);
  }
  return derivePlaces(schema, type, isList, filter);
}

/** A list of texts is a field that lets nothing in: which kind of field does not show. */
function deriveText(field: Field, isList: boolean, filter: GraphQLInputType | undefined): Derived {
  if (isList) return { fieldType: 'rich_text', validators: { rich_text_blocks: { item_types: [] } } };
  if (field.args.some(({ name }) => name === 'markdown')) return { fieldType: 'text', validators: {} };
  const filterName = filter && getNamedType(filter).name;
  const isSlug = filterName ? filterName === 'SlugFilter' : field.name === 'slug';
  return { fieldType: isSlug ? 'slug' : 'string', validators: {} };
}

function deriveAsset(typeName: string, isList: boolean): Derived {
  const [, kind, alt, title] = /^(Image|Video)?(Alt)?(Title)?FileField$/.exec(typeName) ?? [];
  const predefined = { Image: 'transformable_image', Video: 'video' }[kind ?? ''];
  return {
    fieldType: isList ? 'gallery' : 'file',
    validators: {
      ...(predefined && { extension: { predefined_list: predefined } }),
      ...((alt || title) && { required_alt_title: { alt: Boolean(alt), title: Boolean(title) } }),
    },
  };
}

function deriveStructuredText(
  schema: GraphQLSchema,
  parts: Record<string, Field>,
  filter: GraphQLInputType | undefined,
): Derived {
  const membersOf = (part: string) => {
    const type = parts[part]?.type;
    return type ? memberKeys(schema, getNamedType(type), filter).map(({ apiKey }) => apiKey) : [];
  };
  return {
    fieldType: 'structured_text',
    validators: {
      structured_text_blocks: { item_types: membersOf('blocks') },
      structured_text_inline_blocks: { item_types: membersOf('inlineBlocks') },
      structured_text_links: { item_types: membersOf('links') },
    },
  };
}

function derivePlaces(
  schema: GraphQLSchema,
  type: GraphQLNamedType,
  isList: boolean,
  filter: GraphQLInputType | undefined,
): Derived | null {
  const members = memberKeys(schema, type, filter);
  const [first] = members;
  if (!first) return null;
  const rule = { item_types: members.map(({ apiKey }) => apiKey) };
  if (first.isBlock) {
    return isList
      ? { fieldType: 'rich_text', validators: { rich_text_blocks: rule } }
      : { fieldType: 'single_block', validators: { single_block_blocks: rule } };
  }
  return isList
    ? { fieldType: 'links', validators: { items_item_type: rule } }
    : { fieldType: 'link', validators: { item_item_type: rule } };
}

interface Member {
  apiKey: string;
  isBlock: boolean;
}

/** In the order of the rule where a deep filter shows it, else in the order of the union. */
function memberKeys(
  schema: GraphQLSchema,
  type: GraphQLNamedType,
  filter: GraphQLInputType | undefined,
): Member[] {
  const types = isUnionType(type) ? type.getTypes() : isObjectType(type) ? [type] : [];
  const members = types.map(readDescription);
  const ruled = filter ? ruleOrder(schema, getNamedType(filter).name) : [];
  const place = ({ apiKey }: Member) => ruled.indexOf(apiKey);
  return members.sort((a, b) => place(a) - place(b));
}

function ruleOrder(schema: GraphQLSchema, filterName: string): string[] {
  const conditions = schema.getType(filterName.replace(/Filter$/, 'BlocksConditions'));
  return isInputObjectType(conditions) ? Object.keys(conditions.getFields()).map(snakeCase) : [];
}

/** `heroTitle` → `hero_title`. */
export function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
