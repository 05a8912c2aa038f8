import type {
  IntrospectionField,
  IntrospectionObjectType,
  IntrospectionType,
  IntrospectionTypeRef,
} from 'graphql';
import type { Introspection } from './introspection.ts';

/** A query that answers something on this project as it is: the newest records of one of its models. */
export function firstQuery({ __schema: schema }: Introspection): string {
  const objects = new Map(schema.types.filter(isObject).map((type) => [type.name, type]));
  const root = objects.get(schema.queryType.name);
  const collection = root?.fields.find(
    (field) => /^all[A-Z]/.test(field.name) && field.name !== 'allUploads',
  );
  const type = objects.get(collection === undefined ? '' : namedType(collection.type));
  if (collection === undefined || type === undefined) return SITE_QUERY;
  const selected = chosenFields(type).map((name) => `    ${name}`);
  return `query {\n  ${collection.name}(${argumentsOf(collection, schema.types)}) {\n${selected.join('\n')}\n  }\n}`;
}

/** Every project has locales, even before it has models. */
export const SITE_QUERY = 'query {\n  _site {\n    locales\n  }\n}';

/** `id`, a few fields of the model that need no selection of their own, and whether it is published. */
function chosenFields(type: IntrospectionObjectType): string[] {
  const plain = type.fields.filter(isPlain).map((field) => field.name);
  const own = plain.filter((name) => name !== 'id' && !name.startsWith('_'));
  const recognizable = own.filter((name) => /title|name|headline/i.test(name));
  const chosen = [...new Set([...recognizable, ...own])].slice(0, 4);
  return ['id', ...chosen, '_status'].filter((name) => plain.includes(name));
}

function argumentsOf(field: IntrospectionField, types: readonly IntrospectionType[]): string {
  const ordering = field.args.find(({ name }) => name === 'orderBy');
  const orders = types.find((type) => ordering !== undefined && type.name === namedType(ordering.type));
  const hasNewest = orders?.kind === 'ENUM' && orders.enumValues.some(({ name }) => name === NEWEST_FIRST);
  return hasNewest ? `first: 5, orderBy: ${NEWEST_FIRST}` : 'first: 5';
}

const NEWEST_FIRST = '_createdAt_DESC';

function isPlain(field: IntrospectionField): boolean {
  const needsArguments = field.args.some(
    ({ type, defaultValue }) => type.kind === 'NON_NULL' && defaultValue == null,
  );
  const type = field.type.kind === 'NON_NULL' ? field.type.ofType : field.type;
  return !needsArguments && (type.kind === 'SCALAR' || type.kind === 'ENUM');
}

function isObject(type: IntrospectionType): type is IntrospectionObjectType {
  return type.kind === 'OBJECT';
}

function namedType(reference: IntrospectionTypeRef): string {
  return reference.kind === 'LIST' || reference.kind === 'NON_NULL'
    ? namedType(reference.ofType)
    : reference.name;
}
