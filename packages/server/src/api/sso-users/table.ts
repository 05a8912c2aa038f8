import type { NewId } from '@recto/content/id';
import { refusal } from '@recto/content/refusal';
import { type RawBuilder, sql } from 'kysely';
import type { Db } from '#db/database.ts';

/** A person that the identity provider told of. */
export interface SsoUser {
  id: string;
  username: string;
  externalId: string | null;
  isActive: boolean;
  firstName: string | null;
  lastName: string | null;
  lastAccessAt: Date | null;
  groupIds: string[];
  /** What the groups come to, or the default role. */
  roleId: string | null;
}

export async function listSsoUsers(db: Db, siteId: string): Promise<SsoUser[]> {
  return (await ssoUsersOf(siteId).execute(db)).rows;
}

export async function findSsoUser(db: Db, siteId: string, id: string): Promise<SsoUser> {
  const { rows } = await ssoUsersOf(siteId, sql`and u.id = ${id}`).execute(db);
  const [user] = rows;
  if (!user) throw refusal('NOT_FOUND');
  return user;
}

export async function deleteSsoUser(db: Db, id: string): Promise<void> {
  await db.deleteFrom('sso_user').where('id', '=', id).execute();
}

/** Collaborators the provider has not told of yet, each in the oldest group that has their role. */
export async function copyCollaborators(
  db: Db,
  { siteId, newId, now }: { siteId: string; newId: NewId; now: Date },
): Promise<void> {
  for (const person of await collaboratorsWithoutCopy(db, siteId)) {
    const id = newId();
    await sql`
      with copy as (
        insert into sso_user (id, site_id, username, is_active, first_name, last_name, created_at)
        values (${id}, ${siteId}, ${person.email}, ${person.is_active}, ${person.first_name},
          ${person.last_name}, ${now})
        on conflict do nothing
        returning id
      )
      insert into sso_group_user (group_id, user_id)
      select g.id, copy.id from copy, (
        select id from sso_group where site_id = ${siteId} and role_id = ${person.role_id}
        order by created_at, id limit 1) g`.execute(db);
  }
}

async function collaboratorsWithoutCopy(db: Db, siteId: string) {
  return db
    .selectFrom('user')
    .innerJoin('account', 'account.id', 'user.account_id')
    .leftJoin('sso_user', (join) =>
      join
        .onRef('sso_user.site_id', '=', 'user.site_id')
        .on(sql`lower(sso_user.username)`, '=', sql`lower(account.email)`),
    )
    .select(['email', 'account.first_name', 'account.last_name', 'user.is_active', 'user.role_id'])
    .where('user.site_id', '=', siteId)
    .where('sso_user.id', 'is', null)
    .orderBy('user.created_at')
    .orderBy('user.id')
    .execute();
}

function ssoUsersOf(siteId: string, narrowed: RawBuilder<unknown> = sql``): RawBuilder<SsoUser> {
  return sql<SsoUser>`
    select u.id, u.username, u.external_id as "externalId", u.is_active as "isActive",
      u.first_name as "firstName", u.last_name as "lastName", u.last_access_at as "lastAccessAt",
      array(select g.id from sso_group_user m join sso_group g on g.id = m.group_id
        where m.user_id = u.id order by g.priority desc, g.created_at, g.id) as "groupIds",
      r.role_id as "roleId"
    from sso_user u join sso_user_role r on r.id = u.id
    where u.site_id = ${siteId} ${narrowed}
    order by u.created_at, u.id`;
}
