import { presentItem } from '@recto/content/item/present-item';
import type { Json } from '@recto/content/json';
import { refusal } from '@recto/content/refusal';
import { allFieldsets } from '@recto/content/schema/edit-schema';
import type { Schema } from '@recto/content/schema/schema';
import { sql } from 'kysely';
import { presentField } from '#api/fields/present.ts';
import { presentFieldset } from '#api/fieldsets/present.ts';
import { presentItemType, type SingletonItems } from '#api/item-types/present.ts';
import { loadSingletonItems } from '#api/item-types/table.ts';
import { type ItemColumns, itemColumns, itemFromRow } from '#api/items/table.ts';
import type { RequestContext } from '#http/context.ts';
import { presentAccount } from './present.ts';
import type { SiteFacts } from './table.ts';

const INCLUDABLE = [
  'item_types',
  'item_types.fields',
  'item_types.fieldsets',
  'item_types.singleton_item',
  'account',
] as const;
export type IncludePath = (typeof INCLUDABLE)[number];

/** `item_types,item_types.fields` → paths. What is in between is included too, as JSON:API wants it. */
export function readInclude(include: string | undefined): Set<IncludePath> {
  const paths = (include ?? '')
    .split(',')
    .map((path) => path.trim())
    .filter((path) => path !== '');
  const unknown = paths.filter((path) => !INCLUDABLE.some((known) => known === path));
  if (unknown.length > 0) {
    throw refusal('INVALID_PARAMS', { messages: [`#/include: names no relationship that can be included.`] });
  }
  if (paths.some((path) => path.startsWith('item_types.'))) paths.push('item_types');
  return new Set(paths as IncludePath[]);
}

/** Equal to what the resources' own endpoints answer. Two statements at most, whatever is asked for. */
export async function loadIncluded(
  paths: ReadonlySet<IncludePath>,
  facts: SiteFacts,
  schema: Schema,
  context: RequestContext,
): Promise<Json[]> {
  const itemTypes = [...schema.itemTypes.values()];
  const singletons: SingletonItems = paths.has('item_types')
    ? await loadSingletonItems(context.db, context.environment.id, itemTypes)
    : new Map();
  const included: Json[] = [];
  if (paths.has('item_types')) {
    included.push(...itemTypes.map((itemType) => presentItemType(itemType, schema, singletons)));
  }
  if (paths.has('item_types.fields')) {
    const fields = itemTypes.flatMap(({ id }) => schema.fieldsOf(id));
    included.push(...fields.map((field) => presentField(field, schema.settings, context.registry)));
  }
  if (paths.has('item_types.fieldsets')) included.push(...allFieldsets(schema).map(presentFieldset));
  if (paths.has('item_types.singleton_item')) {
    included.push(...(await loadItems([...singletons.values()], schema, context)));
  }
  if (paths.has('account') && facts.owner) included.push(presentAccount(facts.owner));
  return included;
}

async function loadItems(ids: readonly string[], schema: Schema, context: RequestContext): Promise<Json[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<ItemColumns>`
    select ${itemColumns} from item i
    where i.environment_id = ${context.environment.id} and i.id = any(${[...ids]}::text[])`.execute(
    context.db,
  );
  const presentation = { version: 'current', nested: false, hasChildren: null } as const;
  const rules = { schema, registry: context.registry };
  return rows.map((row) => presentItem(itemFromRow(row), presentation, rules));
}
