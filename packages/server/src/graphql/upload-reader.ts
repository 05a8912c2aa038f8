import type { Condition, Ordering } from '@recto/content/condition';
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Db } from '#db/database.ts';
import { compileCondition } from '#query/compile-condition.ts';
import { compileOrdering } from '#query/compile-ordering.ts';
import type { UploadTarget } from '#query/target.ts';
import type { Upload } from './delivery-context.ts';
import type { UploadBodies } from './upload-bodies.ts';
import { type UploadColumns, uploadFromRow } from './upload-from-row.ts';

interface UploadPage {
  condition: Condition | null;
  order: readonly Ordering[];
  first: number;
  skip: number;
}

interface UploadReaderOptions {
  db: Db;
  bodies: UploadBodies;
  environmentId: string;
  readable: Condition;
}

/** Reads uploads that the caller may see: one statement a call, none by ids that were read before. */
export function createUploadReader({ db, bodies, environmentId, readable }: UploadReaderOptions) {
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

    /** Undefined when the database has to be asked. */
    recall(id: string): Upload | null | undefined {
      return readable.kind === 'always' ? bodies.recall(id) : undefined;
    },

    async findMany(ids: readonly string[]): Promise<Upload[]> {
      if (readable.kind === 'always') {
        const found = await bodies.readAll(ids);
        return [...found.values()].filter((upload) => upload !== null);
      }
      const { rows } = await sql<UploadColumns>`select u.* from upload u
        where ${where(null)} and u.id = any(${[...ids]}::text[])`.execute(db);
      return rows.map(uploadFromRow);
    },
  };
}

export type UploadReader = ReturnType<typeof createUploadReader>;
