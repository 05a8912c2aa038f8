import type { DeliveryOutput } from '@recto/content/delivery';
import type { Field } from '@recto/content/schema/field';
import type { ItemType } from '@recto/content/schema/item-type';
import {
  GraphQLBoolean,
  type GraphQLNullableType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLScalarType,
  GraphQLString,
} from 'graphql';
import { readAsset, readAssets } from '../resolve/asset.ts';
import { readBlock, readBlocks } from '../resolve/blocks.ts';
import { carriesLink, linkText } from '../resolve/content-link.ts';
import { readLink, readLinks } from '../resolve/links.ts';
import { readJson, readScalar, renderMarkdown } from '../resolve/scalar.ts';
import type { ValueReader } from '../resolve/value-place.ts';
import { allowedItemTypes } from './allowed-item-types.ts';
import type { Arguments } from './arguments.ts';
import { assetPromise } from './asset-promise.ts';
import { assetType } from './asset-types.ts';
import { COSTS, type FieldCost, MARKDOWN_COST } from './costs.ts';
import { fullListOf, nonNullIf } from './field-config.ts';
import { fieldTypeName, memberType } from './member-type.ts';
import { BooleanType, DateType, dateTimeType, FloatType, IntType, JsonField } from './scalars.ts';
import type { SchemaScope } from './scope.ts';
import { seoFieldType } from './seo-field-type.ts';
import { structuredTextType } from './structured-text-type.ts';
import { ColorField, LatLonField, VideoField } from './value-types.ts';

/** How a field shows: its type, its own arguments, and how a stored value is read. */
export interface FieldOutput extends ValueReader {
  type: GraphQLOutputType;
  args?: Arguments;
  /** Plain, unless it says otherwise. */
  cost?: FieldCost;
}

type Nameable = GraphQLNullableType & GraphQLOutputType;
type OutputOf<Kind extends DeliveryOutput['kind']> = Extract<DeliveryOutput, { kind: Kind }>;

/** Null when the field has nothing to show to this caller. */
export function fieldOutput(scope: SchemaScope, itemType: ItemType, field: Field): FieldOutput | null {
  const { output } = scope.registry.types[field.fieldType].delivery;
  switch (output.kind) {
    case 'scalar':
      return scalarOutput(scope, field, output);
    case 'object':
      return objectOutput(scope, field, output);
    case 'asset':
      return assetOutput(scope, field, output);
    case 'link':
      return linkOutput(scope, itemType, field, output);
    case 'blocks':
      return blocksOutput(scope, itemType, field, output);
    case 'structured_text':
      return structuredTextOutput(scope, itemType, field);
  }
}

const SCALARS: Record<Exclude<OutputOf<'scalar'>['type'], 'DateTime'>, GraphQLScalarType> = {
  String: GraphQLString,
  BooleanType,
  IntType,
  FloatType,
  Date: DateType,
  JsonField,
};

function scalarOutput(scope: SchemaScope, field: Field, output: OutputOf<'scalar'>): FieldOutput {
  const isNeverNull = output.neverNull === true && scope.schema.settings.flags.improved_boolean_fields;
  const scalar = output.type === 'DateTime' ? dateTimeType(scope) : SCALARS[output.type];
  const type = nonNullIf(isNeverNull || isRequired(scope, field), scalar);
  const missing = isNeverNull ? false : null;
  if (output.type === 'JsonField') return { type, missing, cost: COSTS.heavy, read: readJson };
  const link = carriesLink(field) ? linkText : (text: unknown) => text;
  if (!output.markdown)
    return { type, missing, read: (value, place) => link(readScalar(value, place), place) };
  const read: FieldOutput['read'] = (value, place, { markdown }) =>
    link(markdown === true ? renderMarkdown(value) : readScalar(value, place), place);
  return { type, args: markdownArgument, missing, read };
}

const markdownArgument: Arguments = {
  markdown: { type: GraphQLBoolean, description: 'Process content as markdown', extensions: MARKDOWN_COST },
};

function objectOutput(scope: SchemaScope, field: Field, output: OutputOf<'object'>): FieldOutput {
  const types: Record<OutputOf<'object'>['type'], () => GraphQLObjectType> = {
    ColorField: () => ColorField,
    LatLonField: () => LatLonField,
    VideoField: () => VideoField,
    SeoField: () => seoFieldType(scope),
  };
  const read: FieldOutput['read'] =
    output.type === 'SeoField' ? (value, place) => ({ value, scope: place.scope }) : (value) => value;
  return { type: nonNullIf(isRequired(scope, field), types[output.type]()), missing: null, read };
}

function assetOutput(scope: SchemaScope, field: Field, { list }: OutputOf<'asset'>): FieldOutput {
  const type = assetType(scope, assetPromise(scope, field));
  return list
    ? { type: fullListOf(type), missing: [], cost: COSTS.list, read: readAssets }
    : { type: nonNullIf(isRequired(scope, field), type), missing: null, cost: COSTS.heavy, read: readAsset };
}

function linkOutput(
  scope: SchemaScope,
  itemType: ItemType,
  field: Field,
  { list }: OutputOf<'link'>,
): FieldOutput | null {
  const { itemTypes, areAllHidden } = allowedItemTypes(scope, field, 'model');
  if (areAllHidden) return null;
  const type = memberType(scope, fieldTypeName(itemType, field.apiKey), itemTypes);
  const allowed = new Set(itemTypes.map(({ id }) => id));
  const output = listOrOne(scope, field, type, list, list ? readLinks(allowed) : readLink(allowed));
  return { ...output, cost: list ? COSTS.list : COSTS.link };
}

function blocksOutput(
  scope: SchemaScope,
  itemType: ItemType,
  field: Field,
  { list }: OutputOf<'blocks'>,
): FieldOutput {
  const { itemTypes } = allowedItemTypes(scope, field, 'block');
  const type = memberType(scope, fieldTypeName(itemType, field.apiKey), itemTypes);
  const allowed = new Set(itemTypes.map(({ id }) => id));
  const output = listOrOne(scope, field, type, list, list ? readBlocks(allowed) : readBlock(allowed));
  return { ...output, cost: list ? COSTS.list : COSTS.plain };
}

function listOrOne(
  scope: SchemaScope,
  field: Field,
  type: Nameable,
  list: boolean,
  read: FieldOutput['read'],
): FieldOutput {
  return list
    ? { type: fullListOf(type), missing: [], read }
    : { type: nonNullIf(isRequired(scope, field), type), missing: null, read };
}

function structuredTextOutput(scope: SchemaScope, itemType: ItemType, field: Field): FieldOutput {
  const type = structuredTextType(scope, itemType, field);
  const read: FieldOutput['read'] = (value, place) => ({ ...place, value });
  return {
    type: nonNullIf(isRequired(scope, field), type),
    missing: null,
    cost: COSTS.structuredText,
    read,
  };
}

/** Outside strict mode a record may have lost, or never had, what its rules demand. */
function isRequired(scope: SchemaScope, field: Field): boolean {
  return scope.strict && field.validators.required !== undefined;
}
