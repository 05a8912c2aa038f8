import type { ScheduledPublication, ScheduledUnpublishing } from '@recto/content/item/schedule';
import { sql } from 'kysely';
import type { Db } from '#db/database.ts';

interface Scope {
  environmentId: string;
  itemId: string;
}

/** Answers false where the record has a plan of this kind already. */
export async function insertScheduledPublication(
  db: Db,
  environmentId: string,
  { id, itemId, at, selection }: ScheduledPublication,
): Promise<boolean> {
  const { rows } = await sql`
    with planned as (
      insert into scheduled_publication (environment_id, item_id, id, selection)
      values (${environmentId}, ${itemId}, ${id}, ${selection && JSON.stringify(selection)}::jsonb)
      on conflict do nothing returning item_id
    )
    update item set publication_scheduled_at = ${at}::timestamptz from planned
    where environment_id = ${environmentId} and item.id = planned.item_id returning item.id`.execute(db);
  return rows.length > 0;
}

export async function insertScheduledUnpublishing(
  db: Db,
  environmentId: string,
  { id, itemId, at, locales }: ScheduledUnpublishing,
): Promise<boolean> {
  const { rows } = await sql`
    with planned as (
      insert into scheduled_unpublishing (environment_id, item_id, id, locales)
      values (${environmentId}, ${itemId}, ${id}, ${locales && [...locales]}::text[])
      on conflict do nothing returning item_id
    )
    update item set unpublishing_scheduled_at = ${at}::timestamptz from planned
    where environment_id = ${environmentId} and item.id = planned.item_id returning item.id`.execute(db);
  return rows.length > 0;
}

/** Answers false where there is no plan. */
export async function deleteScheduledPublication(db: Db, { environmentId, itemId }: Scope): Promise<boolean> {
  const { rows } = await sql`
    with cancelled as (
      delete from scheduled_publication where environment_id = ${environmentId} and item_id = ${itemId}
      returning item_id
    )
    update item set publication_scheduled_at = null from cancelled
    where environment_id = ${environmentId} and item.id = cancelled.item_id returning item.id`.execute(db);
  return rows.length > 0;
}

export async function deleteScheduledUnpublishing(
  db: Db,
  { environmentId, itemId }: Scope,
): Promise<boolean> {
  const { rows } = await sql`
    with cancelled as (
      delete from scheduled_unpublishing where environment_id = ${environmentId} and item_id = ${itemId}
      returning item_id
    )
    update item set unpublishing_scheduled_at = null from cancelled
    where environment_id = ${environmentId} and item.id = cancelled.item_id returning item.id`.execute(db);
  return rows.length > 0;
}

export interface Schedules {
  publication: ScheduledPublication | null;
  unpublishing: ScheduledUnpublishing | null;
}

/** Both plans of a record. */
export async function findSchedules(db: Db, { environmentId, itemId }: Scope): Promise<Schedules> {
  const { rows } = await sql<ScheduleColumns>`
    select i.publication_scheduled_at, i.unpublishing_scheduled_at,
      p.id as publication_id, p.selection, u.id as unpublishing_id, u.locales
    from item i
    left join scheduled_publication p on p.environment_id = i.environment_id and p.item_id = i.id
    left join scheduled_unpublishing u on u.environment_id = i.environment_id and u.item_id = i.id
    where i.environment_id = ${environmentId} and i.id = ${itemId}`.execute(db);
  const row = rows[0];
  return {
    publication:
      row?.publication_id && row.publication_scheduled_at
        ? {
            id: row.publication_id,
            itemId,
            at: row.publication_scheduled_at.toISOString(),
            selection: row.selection,
          }
        : null,
    unpublishing:
      row?.unpublishing_id && row.unpublishing_scheduled_at
        ? {
            id: row.unpublishing_id,
            itemId,
            at: row.unpublishing_scheduled_at.toISOString(),
            locales: row.locales,
          }
        : null,
  };
}

interface ScheduleColumns {
  publication_scheduled_at: Date | null;
  unpublishing_scheduled_at: Date | null;
  publication_id: string | null;
  selection: ScheduledPublication['selection'];
  unpublishing_id: string | null;
  locales: string[] | null;
}
