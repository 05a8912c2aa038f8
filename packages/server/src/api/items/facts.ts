import { createHash } from 'node:crypto';
import type { FactsRequest, ItemFacts, LoadedFacts, UploadFacts } from '@recto/content/facts';
import type { UniqueValue } from '@recto/content/item/derive-rows';
import type { Json, JsonObject } from '@recto/content/json';
import { type RawBuilder, sql } from 'kysely';
import type { Db } from '#db/database.ts';
import type { RequestContext } from '#http/context.ts';
import { rememberItems } from './known-items.ts';

/** Facts that also know who holds a unique value: what saving has to know. */
export interface StoredFacts extends LoadedFacts {
  holderOf(value: UniqueValue): string | undefined;
  /** Set where nothing was looked up: the statement that saves must make sure of it. */
  assumed?: Assumptions;
}

/** What is not named here is assumed to be free. */
interface Assumptions {
  items: readonly ItemFacts[];
  /** Unique values that the record holds already. */
  held: readonly UniqueIndexRow[];
}

export type UniqueIndexRow = ReturnType<typeof uniqueValueRow>;

export function assumedFacts(assumed: Assumptions): StoredFacts {
  const holders = assumed.held.map((row) => ({ key: keyOf(row), holder: row.item_id }));
  return { ...factsFrom({ items: [...assumed.items], uploads: null, holders }), assumed };
}

/** Looks everything up in one statement, or in none when nothing was asked. `offset 0` keeps each lookup a search by
 *  key: joined as a whole, it would be planned once, while tables are small, and read them whole for ever after. */
export async function loadFacts(db: Db, environmentId: string, request: FactsRequest): Promise<StoredFacts> {
  if (isEmpty(request)) return noFacts;
  const { rows } = await sql<FactsColumns>`select ${factColumns(environmentId, request)}`.execute(db);
  return learn(environmentId, rows[0] ?? { items: null, uploads: null, holders: null });
}

/** The same as the first statement of a request: it also asks who the caller is, if that is only remembered. */
export async function loadFirstFacts(
  { db, environment, confirmation }: RequestContext,
  request: FactsRequest,
): Promise<StoredFacts> {
  if (!confirmation || confirmation.isGiven) return loadFacts(db, environment.id, request);
  const columns = isEmpty(request) ? [] : [factColumns(environment.id, request)];
  const { rows } = await sql<FactsColumns & { caller: string | null }>`
    select ${sql.join([sql`${confirmation.question} as caller`, ...columns])}`.execute(db);
  confirmation.compare(rows[0]?.caller);
  return rows[0] && columns.length > 0 ? learn(environment.id, rows[0]) : noFacts;
}

function learn(environmentId: string, row: FactsColumns): StoredFacts {
  rememberItems(environmentId, row.items ?? []);
  return factsFrom(row);
}

function isEmpty({ items = [], uploads = [], unique = [] }: FactsRequest): boolean {
  return items.length + uploads.length + unique.length === 0;
}

function factColumns(
  environmentId: string,
  { items = [], uploads = [], unique = [] }: FactsRequest,
): RawBuilder<unknown> {
  const keys = unique.map((value) => ({
    field_id: value.fieldId,
    locale: value.locale ?? '',
    value_hash: hash(value),
  }));
  return sql`
      (select json_agg(json_build_object('id', i.id, 'itemTypeId', i.item_type_id,
          'isPublished', i.published_version_id is not null))
        from unnest(${items}::text[]) as w(id) cross join lateral (
          select id, item_type_id, published_version_id from item
          where environment_id = ${environmentId} and id = w.id offset 0) as i) as items,
      (select json_agg(json_build_object('id', u.id, 'size', u.size, 'width', u.width, 'height', u.height,
          'format', u.format, 'mimeType', u.mime_type, 'isImage', u.is_image,
          'defaultFieldMetadata', u.default_field_metadata))
        from unnest(${uploads}::text[]) as w(id) cross join lateral (
          select * from upload where environment_id = ${environmentId} and id = w.id offset 0) as u) as uploads,
      (select json_agg(json_build_object('key', concat_ws(' ', k.field_id, k.locale, k.value_hash),
          'holder', u.item_id))
        from jsonb_to_recordset(${JSON.stringify(keys)}::jsonb)
          as k(field_id text, locale text, value_hash text) cross join lateral (
          select item_id from unique_value where environment_id = ${environmentId} and field_id = k.field_id
            and locale = k.locale and value_hash = k.value_hash offset 0) as u) as holders`;
}

interface FactsColumns {
  items: ItemFacts[] | null;
  uploads: (Omit<UploadFacts, 'defaultFieldMetadata'> & { defaultFieldMetadata: JsonObject })[] | null;
  holders: { key: string; holder: string }[] | null;
}

function factsFrom(row: FactsColumns): StoredFacts {
  const items = new Map((row.items ?? []).map((item) => [item.id, item]));
  const uploads = new Map((row.uploads ?? []).map((upload) => [upload.id, upload]));
  const holders = new Map((row.holders ?? []).map(({ key, holder }) => [key, holder]));
  const holderOf = (value: UniqueValue) => holders.get(keyOf(uniqueValueRow(value, '')));
  return {
    holderOf,
    seenBy: (itemId) => ({
      item: (id) => items.get(id),
      upload: (id) => uploads.get(id),
      isTaken: (fieldId, locale, value) => {
        const holder = holderOf({ fieldId, locale, value });
        return holder !== undefined && holder !== itemId;
      },
    }),
  };
}

const noFacts: StoredFacts = factsFrom({ items: null, uploads: null, holders: null });

/** The row of the index that stands for a unique value. */
export function uniqueValueRow(value: UniqueValue, itemId: string) {
  return {
    field_id: value.fieldId,
    locale: value.locale ?? '',
    value_hash: hash(value),
    item_id: itemId,
  };
}

/** As the statement that looks values up writes it. */
export function keyOf({ field_id, locale, value_hash }: Omit<UniqueIndexRow, 'item_id'>): string {
  return `${field_id} ${locale} ${value_hash}`;
}

/** A hash, because an index entry holds at most 2,700 bytes and texts are longer. */
function hash({ value }: { value: Json }): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('base64url');
}
