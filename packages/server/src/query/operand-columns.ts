import type { MetaName, UploadAttribute } from '@recto/content/condition';
import { sql } from 'kysely';
import { checkedKey } from './checked-key.ts';
import type { Fragment, ItemTarget, Target } from './target.ts';

/** How a column's values are compared; also the type an argument is bound as. */
export type ColumnKind = 'text' | 'integer' | 'numeric' | 'boolean' | 'timestamptz' | 'text[]' | 'locales';

export interface Column {
  sql: Fragment;
  kind: ColumnKind;
}

export function metaColumn(name: MetaName, target: Target): Column {
  const alias = target.table === 'item' ? sql.raw('i') : sql.raw('u');
  switch (name) {
    case 'created_at':
    case 'updated_at':
    case 'published_at':
    case 'first_published_at':
    case 'publication_scheduled_at':
    case 'unpublishing_scheduled_at':
      return { sql: sql`${alias}.${sql.raw(name)}`, kind: 'timestamptz' };
    case 'id':
      return { sql: sql`${alias}.id`, kind: 'text' };
    case 'creator':
      return { sql: sql`(${alias}.creator_type || ':' || ${alias}.creator_id)`, kind: 'text' };
    case 'upload_collection':
      return { sql: sql`u.upload_collection_id`, kind: 'text' };
    case 'upload_collections':
      return { sql: COLLECTIONS_AROUND, kind: 'text[]' };
    case 'is_valid':
      return { sql: isValidColumn(target as ItemTarget), kind: 'boolean' };
    case 'status':
      return { sql: STATUS, kind: 'text' };
    case 'stage':
      return { sql: sql`i.stage`, kind: 'text' };
    case 'parent':
      return { sql: sql`i.parent_id`, kind: 'text' };
    case 'position':
      return { sql: sql`i.position`, kind: 'integer' };
    case 'locales':
      return { sql: sql`null`, kind: 'locales' };
  }
}

function isValidColumn({ version }: ItemTarget): Fragment {
  return version === 'published' ? sql`i.is_published_valid` : sql`i.is_current_valid`;
}

/** The collection that an asset lies in, and those around that one. */
const COLLECTIONS_AROUND = sql`(with recursive around(id, parent_id) as (
    select c.id, c.parent_id from upload_collection c
    where c.environment_id = u.environment_id and c.id = u.upload_collection_id
    union
    select c.id, c.parent_id from upload_collection c join around on c.id = around.parent_id
    where c.environment_id = u.environment_id
  ) select coalesce(array_agg(id), '{}') from around)`;

const STATUS = sql`(case when i.published_version_id is null then 'draft'
  when i.published_version_id = i.current_version_id then 'published' else 'updated' end)`;

export function uploadColumn(attribute: UploadAttribute, locale: string | null, target: Target): Column {
  switch (attribute) {
    case 'created_at':
    case 'updated_at':
      return { sql: sql`u.${sql.raw(attribute)}`, kind: 'timestamptz' };
    case 'size':
    case 'width':
    case 'height':
      return { sql: sql`u.${sql.raw(attribute)}`, kind: 'numeric' };
    case 'tags':
    case 'smart_tags':
      return { sql: sql`u.${sql.raw(attribute)}`, kind: 'text[]' };
    case 'alt':
    case 'title':
      return { sql: defaultText(attribute, locale), kind: 'text' };
    case 'type':
      return { sql: TYPE, kind: 'text' };
    case 'resolution':
      return { sql: RESOLUTION, kind: 'text' };
    case 'orientation':
      return { sql: ORIENTATION, kind: 'text' };
    case 'in_use':
      return { sql: isInUse(target), kind: 'boolean' };
    case 'colors':
      return { sql: NO_COLOR_BUCKETS, kind: 'text[]' };
    default:
      return { sql: sql`u.${sql.raw(attribute)}`, kind: 'text' };
  }
}

function defaultText(attribute: 'alt' | 'title', locale: string | null): Fragment {
  return sql`(u.default_field_metadata -> ${checkedKey(locale ?? 'en')} ->> ${checkedKey(attribute)})`;
}

/** The families of MIME types that the protocol tells apart. */
const TYPE = sql`(case
  when u.is_image or u.mime_type like 'image/%' then 'image'
  when u.mime_type like 'audio/%' then 'audio'
  when u.mime_type like 'video/%' then 'video'
  when u.mime_type = 'application/pdf' then 'pdfdocument'
  when u.format in ('doc', 'docx', 'odt', 'rtf', 'pages') then 'richtext'
  when u.format in ('ppt', 'pptx', 'odp', 'key') then 'presentation'
  when u.format in ('xls', 'xlsx', 'ods', 'csv', 'numbers') then 'spreadsheet'
  when u.format in ('zip', 'gz', 'tgz', 'tar', 'rar', '7z', 'bz2') then 'archive' end)`;

const ORIENTATION = sql`(case when u.width > u.height then 'landscape' when u.width < u.height then 'portrait'
  when u.width = u.height then 'square' end)`;

/** By the longer side, in pixels. */
const RESOLUTION = sql`(case when greatest(u.width, u.height) <= 128 then 'icon'
  when greatest(u.width, u.height) <= 1024 then 'small' when greatest(u.width, u.height) <= 2048 then 'medium'
  when greatest(u.width, u.height) > 2048 then 'large' end)`;

/** Colours are not sorted into buckets yet, so no upload has one. */
const NO_COLOR_BUCKETS = sql`'{}'::text[]`;

function isInUse({ environmentId }: Target): Fragment {
  return sql`exists (select 1 from reference r where r.environment_id = ${environmentId}
    and r.target_id = u.id and r.target_kind = 'upload')`;
}
