import type { CreatorType, Document, Identity } from '@recto/content/item/item';
import { sql } from 'kysely';
import type { Db } from '#db/database.ts';

/** One entry of a record's history. */
export interface ItemVersion {
  id: string;
  itemId: string;
  document: Document;
  editor: Identity;
  createdAt: string;
  publishedFrom: string | null;
  publishedUntil: string | null;
}

interface VersionColumns {
  id: string;
  item_id: string;
  document: Document;
  editor_type: string;
  editor_id: string;
  created_at: Date;
  published_from: Date | null;
  published_until: Date | null;
}

/** While a change of the schema settles, documents of its shape stand beside: in the version, or in the record that
 *  shows it. */
const settledDocument = sql`case
  when (select is_settling from schema_change where environment_id = v.environment_id) then coalesce(
    v.next_document,
    (select case v.id when i.current_version_id then i.next_current when i.published_version_id
      then i.next_published end from item i where i.environment_id = v.environment_id and i.id = v.item_id),
    v.document)
  else v.document end`;

const versionColumns = sql`v.id, v.item_id, ${settledDocument} as document, v.editor_type, v.editor_id, v.created_at,
  v.published_from, v.published_until`;

function versionFromRow(row: VersionColumns): ItemVersion {
  return {
    id: row.id,
    itemId: row.item_id,
    document: row.document,
    editor: { type: row.editor_type as CreatorType, id: row.editor_id },
    createdAt: row.created_at.toISOString(),
    publishedFrom: row.published_from?.toISOString() ?? null,
    publishedUntil: row.published_until?.toISOString() ?? null,
  };
}

/** Newest first; of two that were made at one moment, the current one is the newer. */
export async function listVersions(
  db: Db,
  environmentId: string,
  item: { id: string; currentVersionId: string },
  page: { offset: number; limit: number },
): Promise<ItemVersion[]> {
  const { rows } = await sql<VersionColumns>`
    select ${versionColumns} from item_version v
    where v.environment_id = ${environmentId} and v.item_id = ${item.id}
    order by v.created_at desc, v.id = ${item.currentVersionId} desc, v.id
    limit ${page.limit} offset ${page.offset}`.execute(db);
  return rows.map(versionFromRow);
}

export async function countVersions(db: Db, environmentId: string, itemId: string): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    select count(*) as total from item_version
    where environment_id = ${environmentId} and item_id = ${itemId}`.execute(db);
  return rows[0]?.total ?? 0;
}

export async function findVersion(
  db: Db,
  environmentId: string,
  id: string,
): Promise<ItemVersion | undefined> {
  const { rows } = await sql<VersionColumns>`
    select ${versionColumns} from item_version v
    where v.environment_id = ${environmentId} and v.id = ${id}`.execute(db);
  return rows[0] && versionFromRow(rows[0]);
}
