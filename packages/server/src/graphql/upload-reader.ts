import type { Condition, Ordering } from '@recto/content/condition';
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Db } from '#db/database.ts';
import type { UploadRow } from '#db/tables.ts';
import { compileCondition } from '#query/compile-condition.ts';
import { compileOrdering } from '#query/compile-ordering.ts';
import type { UploadTarget } from '#query/target.ts';
import type { Upload } from './delivery-context.ts';

interface UploadPage {
  condition: Condition | null;
  order: readonly Ordering[];
  first: number;
  skip: number;
}

type UploadColumns = { [Column in keyof UploadRow]: unknown };

/** Reads uploads that the caller may see: one statement a call. */
export function createUploadReader(options: { db: Db; environmentId: string; readable: Condition }) {
  const { db, environmentId, readable } = options;
  const target: UploadTarget = { table: 'upload', environmentId };
  const where = (condition: Condition | null): RawBuilder<SqlBool> => {
    const asked = [readable, condition].filter((part) => part !== null && part.kind !== 'always');
    const narrowing = asked.map((part) => sql` and ${compileCondition(part as Condition, target)}`); // nulls are out
    return sql`u.environment_id = ${environmentId}${sql.join(narrowing, sql``)}`;
  };
  return {
    async listPage({ condition, order, first, skip }: UploadPage): Promise<Upload[]> {
      const { rows } = await sql<UploadColumns>`select u.* from upload u where ${where(condition)}
        order by ${compileOrdering(order, target)} limit ${first} offset ${skip}`.execute(db);
      return rows.map(uploadFromRow);
    },

    async count(condition: Condition | null): Promise<number> {
      const { rows } = await sql<{ count: number }>`
        select count(*)::int as count from upload u where ${where(condition)}`.execute(db);
      return rows[0]?.count ?? 0;
    },

    async findMany(ids: readonly string[]): Promise<Upload[]> {
      const { rows } = await sql<UploadColumns>`select u.* from upload u
        where ${where(null)} and u.id = any(${[...ids]}::text[])`.execute(db);
      return rows.map(uploadFromRow);
    },
  };
}

export type UploadReader = ReturnType<typeof createUploadReader>;

function uploadFromRow(columns: UploadColumns): Upload {
  const row = columns as unknown as UploadRow & Record<'created_at' | 'updated_at', Date>; // as the driver reads it
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
    author: row.author,
    copyright: row.copyright,
    notes: row.notes,
    tags: row.tags as unknown as string[],
    smartTags: row.smart_tags as unknown as string[],
    defaultFieldMetadata: row.default_field_metadata as unknown as Upload['defaultFieldMetadata'],
    blurhash: row.blurhash,
    thumbhash: row.thumbhash,
    colors: row.colors as unknown as Upload['colors'],
    exifInfo: row.exif_info as unknown as Upload['exifInfo'],
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  };
}
