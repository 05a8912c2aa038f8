import type { NewId } from '@recto/content/id';
import { refusal } from '@recto/content/refusal';
import { type RawBuilder, sql } from 'kysely';
import { listRoles } from '#api/roles/table.ts';
import type { Db } from '#db/database.ts';

/** People of the identity provider who have one role. */
export interface SsoGroup {
  id: string;
  name: string;
  /** Who is in several groups has the role of the one with the largest. */
  priority: number;
  roleId: string;
  userIds: string[];
}

/** The one that wins comes first. */
export async function listSsoGroups(db: Db, siteId: string): Promise<SsoGroup[]> {
  return (await ssoGroupsOf(siteId).execute(db)).rows;
}

export async function findSsoGroup(db: Db, siteId: string, id: string): Promise<SsoGroup> {
  const { rows } = await ssoGroupsOf(siteId, sql`and g.id = ${id}`).execute(db);
  const [group] = rows;
  if (!group) throw refusal('NOT_FOUND');
  return group;
}

export async function updateSsoGroup(
  db: Db,
  { id, priority, roleId }: Pick<SsoGroup, 'id' | 'priority' | 'roleId'>,
): Promise<void> {
  await db.updateTable('sso_group').set({ priority, role_id: roleId }).where('id', '=', id).execute();
}

export async function deleteSsoGroup(db: Db, id: string): Promise<void> {
  await db.deleteFrom('sso_group').where('id', '=', id).execute();
}

/** A group for every role that has none, by its name. They win over no other. */
export async function ensureGroupsOfRoles(
  db: Db,
  { siteId, newId, now }: { siteId: string; newId: NewId; now: Date },
): Promise<void> {
  const groups = await listSsoGroups(db, siteId);
  const missing = (await listRoles(db, siteId)).filter(
    (role) => !groups.some(({ roleId }) => roleId === role.id),
  );
  if (missing.length === 0) return;
  const priority = Math.min(0, ...groups.map((group) => group.priority));
  const rows = missing.map((role) => ({
    id: newId(),
    site_id: siteId,
    name: role.name,
    priority,
    role_id: role.id,
    created_at: now,
  }));
  // A group of this name may have another role by now, and keeps it.
  await db
    .insertInto('sso_group')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

function ssoGroupsOf(siteId: string, narrowed: RawBuilder<unknown> = sql``): RawBuilder<SsoGroup> {
  return sql<SsoGroup>`
    select g.id, g.name, g.priority, g.role_id as "roleId",
      array(select m.user_id from sso_group_user m where m.group_id = g.id order by m.user_id) as "userIds"
    from sso_group g
    where g.site_id = ${siteId} ${narrowed}
    order by g.priority desc, g.created_at, g.id`;
}
