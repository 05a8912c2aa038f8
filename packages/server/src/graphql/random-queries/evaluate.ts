import { type FieldNode, Kind, parse, type SelectionSetNode, valueFromASTUntyped } from 'graphql';
import { documentText, isMatch } from './evaluate-filter.ts';
import type { Field, Model } from './models.ts';
import { camel, fieldOf, localesOf, modelIdOf, type Place, readValue } from './read-record.ts';
import { type Entity, modelOf, type World } from './world.ts';

type Answer = Record<string, unknown>;
type Arguments = Record<string, unknown>;

const FIRST = 20;

/** What a query must be answered with: slow and obvious, by walking over all records again and again. */
export function evaluate(world: World, query: string, version: 'current' | 'published'): Answer {
  const [operation] = parse(query).definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('This is no query.');
  const place: Place = { world, records: world[version], locale: 'en', fallbackLocales: [] };
  return evaluateEach(operation.selectionSet, '', (node) => evaluateRoot(node, place));
}

function evaluateRoot(node: FieldNode, outer: Place): unknown {
  const args = argumentsOf(node);
  const place = narrow(outer, args);
  const name = node.name.value;
  const model = place.world.models.find(({ apiKey }) => namesOf(apiKey).includes(name));
  if (!model) throw new Error(`There is no query ${name}.`);
  const found = list(model, () => true, args, place);
  if (name.endsWith('Meta')) return evaluateCount(found, node);
  const wanted = name === model.apiKey ? found.slice(0, 1) : page(found, args);
  const answers = wanted.map((record) => evaluateRecord(record, node, place));
  return name === model.apiKey ? (answers[0] ?? null) : answers;
}

const plural = (apiKey: string) => `${apiKey.charAt(0).toUpperCase()}${apiKey.slice(1)}s`;
const namesOf = (apiKey: string) => [apiKey, `all${plural(apiKey)}`, `_all${plural(apiKey)}Meta`];

function evaluateCount({ length }: Entity[], node: FieldNode): Answer {
  return evaluateEach(node.selectionSet, '', () => length);
}

/** All that match, in order. */
function list(model: Model, wanted: (record: Entity) => boolean, args: Arguments, place: Place): Entity[] {
  const filter = (args.filter ?? {}) as Answer;
  return place.records
    .filter(
      (record) => modelIdOf(record) === model.id && wanted(record) && isMatch(record, model, filter, place),
    )
    .sort(byOrder(model, args, place));
}

function page(records: Entity[], { first = FIRST, skip = 0 }: Arguments): Entity[] {
  return records.slice(Number(skip), Number(skip) + Number(first));
}

function byOrder(model: Model, { orderBy }: Arguments, place: Place): (one: Entity, other: Entity) => number {
  const byDefault = model.isTree ? 'position_ASC' : '_updatedAt_DESC';
  const keys = [orderBy ?? byDefault].flat().map((key) => /^(.*)_(ASC|DESC)$/.exec(String(key)) ?? []);
  return (one, other) => {
    for (const [, key = '', direction] of keys) {
      const [left, right] = [sortValue(one, model, key, place), sortValue(other, model, key, place)];
      if (left === right) continue;
      if (left === null || right === null) return left === null ? 1 : -1; // last, in both directions
      const compared = compare(left, right);
      if (compared !== 0) return direction === 'ASC' ? compared : -compared;
    }
    return one.id < other.id ? -1 : 1;
  };
}

const { compare: compareTexts } = new Intl.Collator('und');

function compare(left: unknown, right: unknown): number {
  if (typeof left === 'string' && typeof right === 'string') return compareTexts(left, right);
  return Number(left) - Number(right);
}

/** Moments and ids are compared as they are, not as words. */
function sortValue(record: Entity, model: Model, key: string, place: Place): unknown {
  if (key === 'id') return [...record.id].reduce((sum, letter) => `${sum}${letter.charCodeAt(0) + 100}`, '');
  if (key === 'position') return record.attributes.position;
  if (key === '_status') return STATUSES.indexOf(String(record.meta?.status));
  if (key.startsWith('_')) {
    const value = record.meta?.[snake(key.slice(1))] ?? null;
    return typeof value === 'string' ? Date.parse(value) : value;
  }
  const field = fieldOf(model, key);
  const value = readValue(record, field, { ...place, fallbackLocales: [] });
  if (field.type === 'boolean') return value ?? false;
  return field.type === 'date_time' && value !== null ? Date.parse(String(value)) : value;
}

const STATUSES = ['draft', 'published', 'updated'];

function evaluateRecord(record: Entity, node: FieldNode | SelectionSetNode, place: Place): Answer {
  const model = modelOf(place.world.models, modelIdOf(record));
  const typename = `${model.apiKey.charAt(0).toUpperCase()}${model.apiKey.slice(1)}Record`;
  const selections = 'selectionSet' in node ? node.selectionSet : (node as SelectionSetNode);
  return evaluateEach(selections, typename, (child) => evaluateField(record, model, child, place, typename));
}

/** The fields of a selection, those of fragments on this type included. */
function evaluateEach(
  selections: SelectionSetNode | undefined,
  typename: string,
  read: (node: FieldNode) => unknown,
): Answer {
  const answer: Answer = {};
  for (const node of selections?.selections ?? []) {
    if (node.kind === Kind.FIELD) answer[node.alias?.value ?? node.name.value] = read(node);
    if (node.kind === Kind.INLINE_FRAGMENT && node.typeCondition?.name.value === typename)
      Object.assign(answer, evaluateEach(node.selectionSet, typename, read));
  }
  return answer;
}

function evaluateField(
  record: Entity,
  model: Model,
  node: FieldNode,
  outer: Place,
  typename: string,
): unknown {
  const name = node.name.value;
  const args = argumentsOf(node);
  const place = narrow(outer, args);
  const ofTree = { parent: record.attributes.parent_id, position: record.attributes.position };
  if (name === '__typename') return typename;
  if (name === 'id') return record.id;
  if (name === '_modelApiKey') return model.apiKey;
  if (name === '_locales') return localesOf(record, model).map((locale) => locale.replace('-', '_'));
  if (name === 'position' && model.isTree) return ofTree.position;
  if (name === 'parent' && model.isTree) return evaluateLink(ofTree.parent, node, place);
  if (name === 'children' && model.isTree)
    return children(record, model, place).map((child) => evaluateRecord(child, node, place));
  const inverse = /^_allReferencing(\w+)s(Meta)?$/.exec(name);
  if (inverse) return evaluateInverse(record, inverse[1] ?? '', inverse[2] !== undefined, node, place);
  const everyLocale = /^_all(\w+)Locales$/.exec(name)?.[1];
  if (everyLocale) return evaluateLocales(record, model, everyLocale, node, place);
  if (name.startsWith('_')) return inSeconds(record.meta?.[snake(name.slice(1))] ?? null);
  const field = fieldOf(model, name);
  return evaluateValue(readValue(record, field, place), field, node, place);
}

function children(record: Entity, model: Model, place: Place): Entity[] {
  return list(model, ({ attributes }) => attributes.parent_id === record.id, {}, place);
}

function evaluateInverse(
  record: Entity,
  linking: string,
  isMeta: boolean,
  node: FieldNode,
  place: Place,
): unknown {
  const model = modelOf(place.world.models, linking.toLowerCase());
  const args = argumentsOf(node);
  const { fields, locales } = (args.through ?? {}) as Record<
    string,
    { anyIn?: string[]; notIn?: string[] } | undefined
  >;
  const found = list(
    model,
    (candidate) => {
      const links = linksOf(candidate, model, place.world).filter(({ id }) => id === record.id);
      const isIn = (wanted: unknown, key: 'field' | 'locale') =>
        links.filter((link) => [wanted].flat().includes(link[key]));
      const chosen = links
        .filter(({ field }) => !fields?.anyIn || [fields.anyIn].flat().includes(field))
        .filter(({ locale }) => !locales?.anyIn || [locales.anyIn].flat().includes(locale));
      if (fields?.notIn && isIn(fields.notIn, 'field').length > 0) return false;
      if (locales?.notIn && isIn(locales.notIn, 'locale').length > 0) return false;
      return chosen.length > 0;
    },
    args,
    place,
  );
  return isMeta
    ? evaluateCount(found, node)
    : page(found, args).map((each) => evaluateRecord(each, node, place));
}

interface Link {
  id: string;
  /** As `through` names it. */
  field: string;
  locale: string;
}

/** Every link that a record holds, wherever it stands. */
function linksOf(
  record: Entity,
  model: Model,
  world: World,
  prefix = `${model.apiKey}_`,
  outer?: string,
): Link[] {
  return model.fields.flatMap((field) => {
    const value = record.attributes[field.apiKey];
    const byLocale = field.localized ? Object.entries((value ?? {}) as Answer) : [['', value] as const];
    return byLocale.flatMap(([key, each]) => {
      const locale = outer ?? (field.localized ? key.replace('-', '_') : '_nonLocalized');
      const name = `${prefix}${camel(field.apiKey)}`;
      const own = linkedIds(each, field).map((id) => ({ id, field: name, locale }));
      const inBlocks = blocksIn(each, field).flatMap((block) => {
        const inner = modelOf(world.models, modelIdOf(block));
        const links = linksOf(block, inner, world, `${name}__${inner.apiKey}_`, locale);
        // A place at the top stands for all that is in it.
        return outer === undefined ? links.flatMap((link) => [link, { ...link, field: name }]) : links;
      });
      return [...own, ...inBlocks];
    });
  });
}

function linkedIds(value: unknown, { type }: Field): string[] {
  if (type === 'link') return value === null || value === undefined ? [] : [String(value)];
  if (type === 'links') return (value ?? []) as string[];
  if (type !== 'structured_text') return [];
  return nodesIn(value)
    .filter((node) => node.type === 'itemLink' || node.type === 'inlineItem')
    .map((node) => String(node.item));
}

function blocksIn(value: unknown, { type }: Field): Entity[] {
  if (type === 'rich_text') return (value ?? []) as Entity[];
  if (type === 'single_block') return value ? [value as Entity] : [];
  if (type !== 'structured_text') return [];
  return nodesIn(value)
    .filter((node) => node.type === 'block')
    .map((node) => node.item as Entity);
}

interface DastNode {
  type: string;
  item?: unknown;
  children?: DastNode[];
}

function nodesIn(value: unknown): DastNode[] {
  const walk = (node: DastNode): DastNode[] => [node, ...(node.children ?? []).flatMap(walk)];
  return value ? walk((value as { document: DastNode }).document) : [];
}

function evaluateLocales(record: Entity, model: Model, name: string, node: FieldNode, place: Place): unknown {
  const field = model.fields.find(({ apiKey }) => camel(apiKey).toLowerCase() === name.toLowerCase());
  if (!field) throw new Error(`${model.apiKey} has no ${name}.`);
  return localesOf(record, model).map((locale) => {
    const scope = narrow({ ...place, locale }, { fallbackLocales: argumentsOf(node).fallbackLocales ?? [] });
    const value = readValue(record, field, scope);
    const read = (child: FieldNode) =>
      child.name.value === 'locale' ? locale.replace('-', '_') : evaluateValue(value, field, child, scope);
    return evaluateEach(node.selectionSet, '', read);
  });
}

function evaluateValue(value: unknown, field: Field, node: FieldNode, place: Place): unknown {
  switch (field.type) {
    case 'boolean':
      return value ?? false;
    case 'json':
      return value === null ? null : JSON.parse(String(value));
    case 'color':
    case 'lat_lon':
      return value && evaluateEach(node.selectionSet, '', (child) => (value as Answer)[child.name.value]);
    case 'link':
      return evaluateLink(value, node, place);
    case 'links':
      return ((value ?? []) as string[])
        .map((id) => evaluateLink(id, node, place))
        .filter((link) => link !== null);
    case 'file':
      return value && evaluateUpload(value, node, place);
    case 'gallery':
      return ((value ?? []) as unknown[]).map((each) => evaluateUpload(each, node, place));
    case 'rich_text':
      return blocksIn(value, field).map((block) => evaluateRecord(block, node, place));
    case 'single_block':
      return value ? evaluateRecord(value as Entity, node, place) : null;
    case 'structured_text':
      return value && evaluateText(value, field, node, place);
    default:
      return inSeconds(value);
  }
}

/** Moments lose their milliseconds, unless a project asks for them. */
function inSeconds(value: unknown): unknown {
  return typeof value === 'string' ? value.replace(/(T\d\d:\d\d:\d\d)\.\d{3}/, '$1') : value;
}

function evaluateText(value: unknown, field: Field, node: FieldNode, place: Place): Answer {
  return evaluateEach(node.selectionSet, '', (child) => {
    if (child.name.value === 'value') return documentText.withIds(value);
    if (child.name.value === 'blocks')
      return blocksIn(value, field).map((block) => evaluateRecord(block, child, place));
    const ids = [...new Set(linkedIds(value, field))];
    return ids.map((id) => evaluateLink(id, child, place)).filter((link) => link !== null);
  });
}

/** Null for a record that this mode does not show. */
function evaluateLink(id: unknown, node: FieldNode, place: Place): Answer | null {
  const record = place.records.find((candidate) => candidate.id === id);
  return record ? evaluateRecord(record, node, place) : null;
}

function evaluateUpload(value: unknown, node: FieldNode, { world }: Place): Answer {
  const upload = world.uploads.find(({ id }) => id === (value as { upload_id: string }).upload_id);
  return evaluateEach(
    node.selectionSet,
    '',
    (child) => (upload as unknown as Answer)[child.name.value] ?? null,
  );
}

function narrow(place: Place, { locale, fallbackLocales }: Arguments): Place {
  const hyphen = (name: unknown) => String(name).replace('_', '-');
  return {
    ...place,
    locale: locale ? hyphen(locale) : place.locale,
    fallbackLocales: fallbackLocales ? [fallbackLocales].flat().map(hyphen) : place.fallbackLocales,
  };
}

function argumentsOf(node: FieldNode): Arguments {
  return Object.fromEntries(
    (node.arguments ?? []).map(({ name, value }) => [name.value, valueFromASTUntyped(value)]),
  );
}

function snake(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
