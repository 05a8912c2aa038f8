import {
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { deriveField, snakeCase } from './derive-field.ts';
import type { FieldSketch, ItemTypeSketch, ProjectSketch, WorkflowSketch } from './project-sketch.ts';
import { isRecordType, readDescription } from './record-descriptions.ts';

/** Fields that come with a setting of the model, or that only old projects have. */
const NOT_MADE_BY_EDITORS = new Set(['position', 'parent', 'children', 'createdAt', 'updatedAt']);

/** Works back from a printed schema to models that would print it. */
export function deriveProject(schema: GraphQLSchema): ProjectSketch {
  const records = Object.values(schema.getTypeMap()).filter(isObjectType).filter(isRecordType);
  const { strict, version } = deriveMode(schema);
  return {
    locales: deriveLocales(schema),
    strict,
    version,
    workflows: deriveWorkflows(schema),
    itemTypes: records.map((record) => deriveItemType(schema, record)),
  };
}

function deriveLocales(schema: GraphQLSchema): [string, ...string[]] {
  const type = schema.getType('SiteLocale');
  const [first = 'en', ...others] = isEnumType(type) ? type.getValues().map(({ name }) => name) : [];
  const hyphenated = (name: string) => name.replaceAll('_', '-');
  return [hyphenated(first), ...others.map(hyphenated)];
}

/** Only published records that are all valid have certainly been published at some time. Whether a schema of
 *  drafts is strict does not show in what every record has: a promise of a text or a link does. */
function deriveMode(schema: GraphQLSchema): Pick<ProjectSketch, 'strict' | 'version'> {
  const records = schema.getType('RecordInterface');
  const published = isInterfaceType(records) && isNonNullType(records.getFields()._publishedAt?.type);
  if (published) return { strict: true, version: 'published' };
  const isPromised = (field: GraphQLField<unknown, unknown>) =>
    /^(String|IntType|JsonField)!$/.test(`${field.type}`);
  const strict = Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter(isRecordType)
    .some((record) => ownFieldsOf(record).some(isPromised));
  return { strict, version: strict ? 'current' : 'published' };
}

function deriveItemType(schema: GraphQLSchema, record: GraphQLObjectType): ItemTypeSketch {
  const { isBlock, name, apiKey } = readDescription(record);
  const filter = schema.getType(`${record.name.replace(/Record$/, '')}ModelFilter`);
  const keys = isInputObjectType(filter) ? filter.getFields() : {};
  const fields = record.getFields();
  const isPlaced = 'position' in fields && `${fields.position?.type}` === 'IntType';
  const tree = isPlaced && 'children' in fields;
  return {
    name,
    apiKey,
    modularBlock: isBlock,
    singleton: !isBlock && isSingleton(schema, record),
    sortable: isPlaced && !tree,
    tree,
    workflow: workflowOf(fields._stage),
    inverseRelationshipsEnabled: Object.keys(fields).some((field) => field.startsWith('_allReferencing')),
    fields: ownFieldsOf(record)
      .map((field) => deriveField(schema, field, keys[field.name]?.type))
      .filter((field): field is FieldSketch => field !== null),
  };
}

const STAGES = /^(\w+)WorkflowStage$/;

function deriveWorkflows(schema: GraphQLSchema): WorkflowSketch[] {
  return Object.values(schema.getTypeMap())
    .filter(isEnumType)
    .filter(({ name }) => STAGES.test(name))
    .map((type) => {
      const [first = 'draft', ...others] = type.getValues().map(({ name }) => snakeCase(name));
      return { apiKey: workflowKey(type.name), stages: [first, ...others] };
    });
}

function workflowOf(stage: GraphQLField<unknown, unknown> | undefined): string | null {
  return stage ? workflowKey(getNamedType(stage.type).name) : null;
}

function workflowKey(typeName: string): string {
  const stem = STAGES.exec(typeName)?.[1] ?? typeName;
  return snakeCase(`${stem.charAt(0).toLowerCase()}${stem.slice(1)}`);
}

function ownFieldsOf(record: GraphQLObjectType): GraphQLField<unknown, unknown>[] {
  return Object.values(record.getFields()).filter(
    ({ name }) => !name.startsWith('_') && name !== 'id' && !NOT_MADE_BY_EDITORS.has(name),
  );
}

/** Found at the root, and there is no list of it. */
function isSingleton(schema: GraphQLSchema, record: GraphQLObjectType): boolean {
  const roots = Object.values(schema.getQueryType()?.getFields() ?? {});
  const isListed = roots.some(({ type }) => `${type}` === `[${record.name}!]!`);
  return !isListed && roots.some(({ type }) => `${type}` === record.name);
}
