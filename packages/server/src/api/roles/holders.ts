import type { Identity } from '@recto/content/item/item';
import { refusal } from '@recto/content/refusal';
import { sql } from 'kysely';
import type { Db } from '#db/database.ts';

/** Everybody who holds a role: what rules about records of the same role are compared with. */
export async function listHolders(db: Db, roleId: string): Promise<Identity[]> {
  const { rows } = await sql<Identity>`
    select 'access_token' as type, id from access_token where role_id = ${roleId}
    union all select 'user', id from "user" where role_id = ${roleId}
    union all select 'sso_user', id from sso_user_role
      where site_id = (select site_id from role where id = ${roleId}) and role_id = ${roleId}`.execute(db);
  return rows;
}

/** A role stays while somebody holds it or is to hold it. */
export async function refuseHeldRole(db: Db, roleId: string): Promise<void> {
  const { rows } = await sql<{ kind: string; count: number }>`
    select 'access_token' as kind, count(*)::int as count from access_token where role_id = ${roleId}
    union all select 'user', count(*)::int from "user" where role_id = ${roleId}
    union all select 'site_invitation', count(*)::int from site_invitation where role_id = ${roleId}
    union all select 'sso_group', count(*)::int from sso_group where role_id = ${roleId}
    union all select 'sso_settings', count(*)::int from sso_settings where default_role_id = ${roleId}`.execute(
    db,
  );
  const held = rows.filter(({ count }) => count > 0);
  if (held.length === 0) return;
  throw refusal('DELETE_RESTRICTION', {
    held_by: Object.fromEntries(held.map(({ kind, count }) => [kind, count])),
  });
}

/** Refuses a relationship to a role that the project does not have. The answer is the role's id. */
export async function requireRole(db: Db, siteId: string, id: string): Promise<string> {
  const role = await db
    .selectFrom('role')
    .select('id')
    .where('site_id', '=', siteId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!role) throw refusal('INVALID_RELATIONSHIP', { field: 'role', id });
  return id;
}
