import type { CreatorType, Identity } from '@recto/content/item/item';
import { refusal } from '@recto/content/refusal';
import { sql } from 'kysely';
import type { Db } from '#db/database.ts';
import { ForeignKeyViolation, UniqueViolation } from '#db/database-error.ts';
import type { EditingSessionRow } from '#db/tables.ts';
import type { RequestContext } from '#http/context.ts';

/** Somebody at a record; with `lockedAt`, the only one who may change it. */
export interface EditingSession {
  id: string;
  itemId: string;
  editor: Identity;
  lastActivityAt: Date;
  lockedAt: Date | null;
}

/** Whoever is silent for so long has gone, and what they had locked is free. */
const SESSION_LASTS_MS = 5 * 60_000;

type Where = Pick<RequestContext, 'db' | 'environment' | 'now'>;

export function isOver(lastActivityAt: Date, now: Date): boolean {
  return now.getTime() - lastActivityAt.getTime() > SESSION_LASTS_MS;
}

function sinceWhen(now: Date): Date {
  return new Date(now.getTime() - SESSION_LASTS_MS);
}

/** In all environments of a project. */
export async function endSilentSessions(db: Db, siteId: string, now: Date): Promise<void> {
  await db
    .deleteFrom('editing_session')
    .where('environment_id', 'in', db.selectFrom('environment').select('id').where('site_id', '=', siteId))
    .where('last_activity_at', '<', sinceWhen(now))
    .execute();
}

export async function listSessions({ db, environment, now }: Where): Promise<EditingSession[]> {
  const rows = await db
    .selectFrom('editing_session')
    .selectAll()
    .where('environment_id', '=', environment.id)
    .where('last_activity_at', '>=', sinceWhen(now))
    .orderBy('item_id')
    .orderBy('id')
    .execute();
  return rows.map(sessionFromRow);
}

/** Those of one record, and the one with this id wherever it is. */
export async function listNeighbours(
  { db, environment }: Where,
  { id, itemId }: { id: string; itemId: string | undefined },
): Promise<EditingSession[]> {
  const rows = await db
    .selectFrom('editing_session')
    .selectAll()
    .where('environment_id', '=', environment.id)
    .where((or) => or.or([or('id', '=', id), or('item_id', '=', itemId ?? '')]))
    .forUpdate()
    .execute();
  return rows.map(sessionFromRow);
}

function sessionFromRow(row: SelectedRow): EditingSession {
  return {
    id: row.id,
    itemId: row.item_id,
    editor: { type: row.editor_type as CreatorType, id: row.editor_id },
    lastActivityAt: row.last_activity_at,
    lockedAt: row.locked_at,
  };
}

type SelectedRow = Omit<EditingSessionRow, 'last_activity_at' | 'locked_at'> & {
  last_activity_at: Date;
  locked_at: Date | null;
};

export async function saveSession({ db, environment }: Where, session: EditingSession): Promise<void> {
  const changing = {
    item_id: session.itemId,
    last_activity_at: session.lastActivityAt,
    locked_at: session.lockedAt,
  };
  const { id, editor } = session;
  const key = { environment_id: environment.id, id, editor_type: editor.type, editor_id: editor.id };
  try {
    await db
      .insertInto('editing_session')
      .values({ ...key, ...changing })
      .onConflict((clash) => clash.columns(['environment_id', 'id']).doUpdateSet(changing))
      .execute();
  } catch (error) {
    if (error instanceof UniqueViolation) throw refusal('UNMANAGED_EDIT_CONFLICT');
    throw error instanceof ForeignKeyViolation ? refusal('NOT_FOUND') : error;
  }
}

export async function releaseLocks({ db, environment }: Where, itemId: string): Promise<void> {
  await db
    .updateTable('editing_session')
    .set({ locked_at: null })
    .where('environment_id', '=', environment.id)
    .where('item_id', '=', itemId)
    .where('locked_at', 'is not', null)
    .execute();
}

export async function deleteSession({ db, environment }: Where, id: string): Promise<void> {
  await db
    .deleteFrom('editing_session')
    .where('environment_id', '=', environment.id)
    .where('id', '=', id)
    .execute();
}

/** Refuses what would take records out of the hands of those who are changing them. */
export async function refuseWhileEdited(db: Db, environmentId: string, now: Date): Promise<void> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from editing_session
    where environment_id = ${environmentId} and locked_at is not null
      and last_activity_at >= ${sinceWhen(now)}`.execute(db);
  const count = Number(rows[0]?.count ?? 0);
  if (count > 0) throw refusal('ACTIVE_EDITING_SESSIONS', { count });
}
