import type { Condition, Operand, Ordering } from '@recto/content/condition';
import type { StoredAs } from '@recto/content/field-type';
import type { Document } from '@recto/content/item/item';
import { sql } from 'kysely';
import type { Database } from '#db/database.ts';
import { compileCondition } from './compile-condition.ts';
import { compileOrdering } from './compile-ordering.ts';
import type { ItemTarget } from './target.ts';

/** A condition of a field that is not localized. */
export function field(fieldId: string, storedAs: StoredAs, locale: string | null = null): Operand {
  return { kind: 'field', fieldId, locale, storedAs };
}

/** A model with these documents as published and current ones, under the ids `a`, `b`, `c` … */
export async function insertDocuments(
  database: Database,
  documents: readonly Document[],
): Promise<ItemTarget> {
  const { db } = database;
  const [environmentId, modelId] = ['env', 'model'];
  await sql`insert into site (id, name, internal_subdomain, settings, created_at)
    values ('site', 'Site', 'site', '{}', now())`.execute(db);
  await sql`insert into environment (id, site_id, name, status, locales, time_zone, settings, created_at)
    values (${environmentId}, 'site', 'main', 'ready', '{en,it}', 'UTC', '{}', now())`.execute(db);
  await sql`insert into item_type (environment_id, id, name, api_key, modular_block, singleton, sortable, tree,
      draft_mode_active, draft_saving_active, all_locales_required, collection_appearance,
      inverse_relationships_enabled, created_at)
    values (${environmentId}, ${modelId}, 'Model', 'model', false, false, false, false, false, false, true, 'table',
      false, now())`.execute(db);
  for (const [index, document] of documents.entries()) {
    const id = String.fromCharCode('a'.charCodeAt(0) + index);
    const text = JSON.stringify(document);
    await sql`insert into item (environment_id, id, item_type_id, current, current_version_id, is_current_valid,
        published, published_version_id, is_published_valid, creator_type, creator_id, created_at, updated_at)
      values (${environmentId}, ${id}, ${modelId}, ${text}::jsonb, 'v', true, ${text}::jsonb, 'v', true,
        'access_token', 'token', now(), now())`.execute(db);
  }
  return { table: 'item', version: 'published', environmentId, localizedFieldIds: ['L'] };
}

/** The ids of the records that meet the condition, joined. */
export async function findIds(
  database: Database,
  target: ItemTarget,
  condition: Condition,
  order: readonly Ordering[] = [],
): Promise<string> {
  const { rows } = await sql<{
    id: string;
  }>`select i.id from item i where ${compileCondition(condition, target)}
    order by ${compileOrdering(order, target)}`.execute(database.db);
  return rows.map(({ id }) => id).join('');
}
