import { createHash } from 'node:crypto';
import type { FactsRequest, ItemFacts, LoadedFacts, UploadFacts } from '@recto/content/facts';
import type { UniqueValue } from '@recto/content/item/derive-rows';
import type { Json, JsonObject } from '@recto/content/json';
import { sql } from 'kysely';
import type { Db } from '#db/database.ts';

/** Facts that also know who holds a unique value: what saving has to know. */
export interface StoredFacts extends LoadedFacts {
  holderOf(value: UniqueValue): string | undefined;
}

/** Looks everything up in one statement, or in none when nothing was asked. */
export async function loadFacts(db: Db, environmentId: string, request: FactsRequest): Promise<StoredFacts> {
  const { items = [], uploads = [], unique = [] } = request;
  if (items.length + uploads.length + unique.length === 0) return noFacts;
  const keys = unique.map((value) => ({
    field_id: value.fieldId,
    locale: value.locale ?? '',
    value_hash: hash(value),
  }));
  const { rows } = await sql<FactsColumns>`
    select
      (select json_agg(json_build_object('id', id, 'itemTypeId', item_type_id,
          'isPublished', published_version_id is not null))
        from item where environment_id = ${environmentId} and id = any(${items}::text[])) as items,
      (select json_agg(json_build_object('id', id, 'size', size, 'width', width, 'height', height,
          'format', format, 'mimeType', mime_type, 'isImage', is_image,
          'defaultFieldMetadata', default_field_metadata))
        from upload where environment_id = ${environmentId} and id = any(${uploads}::text[])) as uploads,
      (select json_agg(json_build_object('key', concat_ws(' ', u.field_id, u.locale, u.value_hash), 'holder', u.item_id))
        from unique_value u
        join jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) as k(field_id text, locale text, value_hash text)
          on u.environment_id = ${environmentId} and u.field_id = k.field_id and u.locale = k.locale
            and u.value_hash = k.value_hash) as holders`.execute(db);
  return factsFrom(rows[0] ?? { items: null, uploads: null, holders: null });
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
  const holderOf = (value: UniqueValue) =>
    holders.get(`${value.fieldId} ${value.locale ?? ''} ${hash(value)}`);
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

/** A hash, because an index entry holds at most 2,700 bytes and texts are longer. */
function hash({ value }: { value: Json }): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('base64url');
}
