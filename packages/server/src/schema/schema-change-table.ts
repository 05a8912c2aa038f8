import type { Json } from '@recto/content/json';
import { refusal } from '@recto/content/refusal';
import { sql } from 'kysely';
import type { Db } from '#db/database.ts';

/** What is done one after the other. A change that turns out to be impossible leaves by way of the last three. */
export const STEPS = [
  'reshape items',
  'reshape versions',
  'switch',
  'clear models',
  'settle items',
  'settle versions',
  'end',
  'undo items',
  'undo versions',
  'end undone',
] as const;
export type Step = (typeof STEPS)[number];

/** Which records a change of the schema concerns. */
export interface Extent {
  /** Models whose records are rewritten or judged again. */
  itemTypeIds: readonly string[];
  /** Those of them whose records are published by it, because they leave draft mode. */
  publishedItemTypeIds: readonly string[];
  /** Models that are destroyed with their records. */
  goneItemTypeIds: readonly string[];
}

export interface SchemaChangeColumns {
  item_type_ids: string[];
  published_item_type_ids: string[];
  gone_item_type_ids: string[];
  step: Step;
  cursor: string;
  is_settling: boolean;
  payload: Outcome | null;
}

/** A change as its job finds it. */
export interface StoredChange extends Extent {
  environmentId: string;
  jobId: string;
  step: Step;
  /** The last id that the step has done. */
  cursor: string;
  /** Known from the switch on. */
  outcome: Outcome | null;
  /** The environment's, by which events are recorded. */
  schemaVersion: number;
}

/** Keeps the schema as it is until the job has changed it, and its records from being written: who decided before
 *  this moment is refused when they save. While the environment is being copied it stays as it is. */
export async function announceSchemaChange(
  db: Db,
  { environmentId, jobId, ...extent }: Extent & { environmentId: string; jobId: string },
): Promise<void> {
  const { rows } = await sql`
    with announced as (
      update environment e set schema_job_id = ${jobId}, schema_version = schema_version + 1
      where id = ${environmentId} and schema_job_id is null and not exists (
        select from environment f where f.forked_from_id = e.id and f.status = 'creating')
      returning id)
    insert into schema_change (environment_id, job_id, item_type_ids, published_item_type_ids,
      gone_item_type_ids, step)
    select id, ${jobId}, ${[...extent.itemTypeIds]}, ${[...extent.publishedItemTypeIds]},
      ${[...extent.goneItemTypeIds]}, ${STEPS[0]}
    from announced returning job_id`.execute(db);
  if (rows.length === 0) throw refusal('CONCURRENT_ITEM_TYPE_UPDATE');
}

/** Whoever holds it is the only one who works on it. Undefined when it is done, or the environment is gone. */
export async function lockSchemaChange(
  db: Db,
  { environmentId, jobId }: { environmentId: string; jobId: string },
): Promise<StoredChange | undefined> {
  const { rows } = await sql<SchemaChangeColumns & { schema_version: string }>`
    select c.*, e.schema_version::text from schema_change c join environment e on e.id = c.environment_id
    where c.environment_id = ${environmentId} and c.job_id = ${jobId} and e.status = 'ready'
    for update of c`.execute(db);
  const row = rows[0];
  if (!row) return undefined;
  return {
    environmentId,
    jobId,
    itemTypeIds: row.item_type_ids,
    publishedItemTypeIds: row.published_item_type_ids,
    goneItemTypeIds: row.gone_item_type_ids,
    step: row.step,
    cursor: row.cursor,
    outcome: row.payload,
    schemaVersion: Number(row.schema_version),
  };
}

export async function saveStep(
  db: Db,
  environmentId: string,
  { step, cursor }: { step: Step; cursor: string },
): Promise<void> {
  await sql`update schema_change set step = ${step}, cursor = ${cursor}
    where environment_id = ${environmentId}`.execute(db);
}

/** From now on readers see the next schema, and documents where they stand in its shape. */
export async function beginSettling(db: Db, environmentId: string): Promise<void> {
  await sql`update schema_change set step = 'clear models', cursor = '', is_settling = true
    where environment_id = ${environmentId}`.execute(db);
}

/** What the caller will be told when all is done. */
export interface Outcome {
  status: number;
  payload: Json;
}

export async function saveOutcome(db: Db, environmentId: string, outcome: Outcome): Promise<void> {
  await sql`update schema_change set payload = ${JSON.stringify(outcome)}::jsonb
    where environment_id = ${environmentId}`.execute(db);
}

/** Only before the switch: afterwards there is no way back. */
export async function beginUndoing(
  db: Db,
  { environmentId, jobId }: { environmentId: string; jobId: string },
  outcome: Outcome,
): Promise<boolean> {
  const { rows } = await sql`
    update schema_change set step = 'undo items', cursor = '', payload = ${JSON.stringify(outcome)}::jsonb
    where environment_id = ${environmentId} and job_id = ${jobId} and not is_settling
      and step in ('reshape items', 'reshape versions', 'switch') returning job_id`.execute(db);
  return rows.length > 0;
}

/** Lets writers in again. A new version: what readers and writers kept of the schema says that it is changing. */
export async function endSchemaChange(
  db: Db,
  { environmentId, jobId }: { environmentId: string; jobId: string },
): Promise<void> {
  await sql`
    with ended as (
      delete from schema_change where environment_id = ${environmentId} and job_id = ${jobId}
    )
    update environment set schema_job_id = null, schema_version = schema_version + 1
    where id = ${environmentId} and schema_job_id = ${jobId}`.execute(db);
}
