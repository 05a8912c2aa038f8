import type { Condition, Ordering } from '@recto/content/condition';
import type { CreatorType, Item } from '@recto/content/item/item';
import { refusal } from '@recto/content/refusal';
import { type Selectable, sql } from 'kysely';
import { type ItemColumns, itemColumns, itemFromRow } from '#api/items/table.ts';
import type { Db } from '#db/database.ts';
import type { UploadRow } from '#db/tables.ts';
import { compileCondition } from '#query/compile-condition.ts';
import { compileOrdering } from '#query/compile-ordering.ts';
import type { LocaleMetadata } from './default-metadata.ts';
import type { Upload } from './upload.ts';

export async function insertUpload(db: Db, environmentId: string, upload: Upload): Promise<void> {
  const row = { environment_id: environmentId, id: upload.id, ...columnsOf(upload) };
  await db.insertInto('upload').values(row).execute();
}

export async function updateUpload(db: Db, environmentId: string, upload: Upload): Promise<void> {
  await db
    .updateTable('upload')
    .set(columnsOf(upload))
    .where('environment_id', '=', environmentId)
    .where('id', '=', upload.id)
    .execute();
}

/** Locked, so that a change is decided on what it changes. */
export async function lockUpload(db: Db, environmentId: string, id: string): Promise<Upload> {
  const row = await uploadById(db, environmentId, id).forUpdate().executeTakeFirst();
  if (!row) throw refusal('NOT_FOUND');
  return uploadFromRow(row);
}

export async function findUpload(db: Db, environmentId: string, id: string): Promise<Upload> {
  const row = await uploadById(db, environmentId, id).executeTakeFirst();
  if (!row) throw refusal('NOT_FOUND');
  return uploadFromRow(row);
}

export async function findUploads(db: Db, environmentId: string, ids: readonly string[]): Promise<Upload[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('upload')
    .selectAll()
    .where('environment_id', '=', environmentId)
    .where('id', 'in', ids)
    .execute();
  return rows.map(uploadFromRow);
}

export async function deleteUpload(db: Db, environmentId: string, id: string): Promise<void> {
  await db.deleteFrom('upload').where('environment_id', '=', environmentId).where('id', '=', id).execute();
}

/** The assets of all environments that show a file. In the order of their keys, so that two who want them all do
 *  not wait for each other. */
export async function lockUploadsOf(db: Db, path: string): Promise<{ environmentId: string; id: string }[]> {
  const rows = await db
    .selectFrom('upload')
    .select(['environment_id', 'id'])
    .where('path', '=', path)
    .orderBy('environment_id')
    .orderBy('id')
    .forUpdate()
    .execute();
  return rows.map((row) => ({ environmentId: row.environment_id, id: row.id }));
}

/** Whether an upload or a track of any environment still shows the file, or will: a fork that is being made may hold it
 *  without anybody seeing that yet. */
export async function isFileUsed(db: Db, siteId: string, path: string): Promise<boolean> {
  const { rows } = await sql`
    select from upload where path = ${path}
    union all
    select from upload_track where path = ${path}
    union all
    select from environment where site_id = ${siteId} and status = 'creating'
    limit 1`.execute(db);
  return rows.length > 0;
}

/** Records that use the asset in their current or published version, at any depth. */
export async function findUsers(
  db: Db,
  environmentId: string,
  uploadId: string,
): Promise<{ id: string; itemTypeId: string }[]> {
  const rows = await db
    .selectFrom('reference')
    .innerJoin('item', (join) =>
      join
        .onRef('item.environment_id', '=', 'reference.environment_id')
        .onRef('item.id', '=', 'reference.item_id'),
    )
    .select(['item.id', 'item.item_type_id'])
    .distinct()
    .where('reference.environment_id', '=', environmentId)
    .where('target_kind', '=', 'upload')
    .where('target_id', '=', uploadId)
    .limit(100)
    .execute();
  return rows.map((row) => ({ id: row.id, itemTypeId: row.item_type_id }));
}

/** The next records that use the asset, whole, in the order of their ids. */
export async function readUsers(
  db: Db,
  environmentId: string,
  { uploadId, after, size }: { uploadId: string; after: string; size: number },
): Promise<Item[]> {
  const { rows } = await sql<ItemColumns>`
    select ${itemColumns} from item i
    where i.environment_id = ${environmentId} and i.id > ${after} and i.id in (
      select item_id from reference where environment_id = ${environmentId} and target_kind = 'upload'
        and target_id = ${uploadId})
    order by i.id limit ${size}`.execute(db);
  return rows.map(itemFromRow);
}

/** What a record is found to be. One that somebody else has saved in the meantime was judged by its writer. */
export async function saveValidity(db: Db, environmentId: string, items: readonly Item[]): Promise<void> {
  if (items.length === 0) return;
  const judged = items.map((item) => ({
    id: item.id,
    current_version_id: item.currentVersionId,
    published_version_id: item.publishedVersionId,
    is_current_valid: item.isCurrentValid,
    is_published_valid: item.isPublishedValid,
  }));
  await sql`
    update item i set is_current_valid = c.is_current_valid, is_published_valid = c.is_published_valid
    from jsonb_to_recordset(${JSON.stringify(judged)}::jsonb) as c(
      id text, current_version_id text, published_version_id text, is_current_valid boolean,
      is_published_valid boolean)
    where i.environment_id = ${environmentId} and i.id = c.id and i.current_version_id = c.current_version_id
      and i.published_version_id is not distinct from c.published_version_id`.execute(db);
}

export interface UploadPage {
  condition: Condition;
  order: readonly Ordering[];
  offset: number;
  limit: number;
}

/** A page and how many there are, in one statement. */
export async function listUploads(
  db: Db,
  environmentId: string,
  { condition, order, offset, limit }: UploadPage,
): Promise<{ uploads: Upload[]; totalCount: number }> {
  const target = { table: 'upload', environmentId } as const;
  const where = sql`u.environment_id = ${environmentId} and ${compileCondition(condition, target)}`;
  const { rows } = await sql<{ total: number; upload: Selectable<UploadRow> | null } & Selectable<UploadRow>>`
    select counted.total, page.* from
      (select count(*)::int as total from upload u where ${where}) counted
      left join (select u.*, row_number() over (order by ${compileOrdering(order, target)}) as place
        from upload u where ${where} order by place limit ${limit} offset ${offset}) page on true
    order by page.place`.execute(db);
  const uploads = rows.filter((row) => row.id !== null).map(uploadFromRow);
  return { uploads, totalCount: rows[0]?.total ?? 0 };
}

function uploadById(db: Db, environmentId: string, id: string) {
  return db.selectFrom('upload').selectAll().where('environment_id', '=', environmentId).where('id', '=', id);
}

function uploadFromRow(row: Selectable<UploadRow>): Upload {
  return {
    id: row.id,
    path: row.path,
    basename: row.basename,
    filename: row.filename,
    format: row.format,
    mimeType: row.mime_type,
    size: row.size,
    width: row.width,
    height: row.height,
    md5: row.md5,
    isImage: row.is_image,
    duration: row.duration,
    frameRate: row.frame_rate,
    author: row.author,
    copyright: row.copyright,
    notes: row.notes,
    tags: row.tags,
    smartTags: row.smart_tags,
    defaultFieldMetadata: row.default_field_metadata as Record<string, LocaleMetadata>,
    blurhash: row.blurhash,
    thumbhash: row.thumbhash,
    colors: row.colors as Upload['colors'],
    exifInfo: row.exif_info as Upload['exifInfo'],
    uploadCollectionId: row.upload_collection_id,
    creator: { type: row.creator_type as CreatorType, id: row.creator_id },
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

function columnsOf(upload: Upload) {
  return {
    path: upload.path,
    basename: upload.basename,
    filename: upload.filename,
    format: upload.format,
    mime_type: upload.mimeType,
    size: upload.size,
    width: upload.width,
    height: upload.height,
    md5: upload.md5,
    is_image: upload.isImage,
    duration: upload.duration,
    frame_rate: upload.frameRate,
    author: upload.author,
    copyright: upload.copyright,
    notes: upload.notes,
    tags: upload.tags,
    smart_tags: upload.smartTags,
    default_field_metadata: JSON.stringify(upload.defaultFieldMetadata),
    blurhash: upload.blurhash,
    thumbhash: upload.thumbhash,
    colors: JSON.stringify(upload.colors),
    exif_info: JSON.stringify(upload.exifInfo),
    upload_collection_id: upload.uploadCollectionId,
    creator_type: upload.creator.type,
    creator_id: upload.creator.id,
    created_at: upload.createdAt,
    updated_at: upload.updatedAt,
  };
}
