import {
  NO_PERMISSIONS,
  type Role,
  type RolePermissions,
} from '@recto/content/permissions/final-permissions';
import { refusal } from '@recto/content/refusal';
import { sql } from 'kysely';
import type { Db } from '#db/database.ts';
import { RowLocked } from '#db/database-error.ts';

/** The columns of a role that its domain value is made of. */
export interface RoleColumns {
  id: string;
  name: string;
  attributes: Record<string, unknown>;
  inherits_permissions_from: string[];
}

/** A project's roles, in the order they were made. */
export async function listRoles(db: Db, siteId: string): Promise<Role[]> {
  return (await rolesOf(db, siteId).execute()).map(roleFromColumns);
}

/** The same, kept from everybody else until the transaction ends: together they decide whether roles inherit in
 *  a circle. Who comes second does not wait, but is told to come again. */
export async function takeRoles(db: Db, siteId: string): Promise<Role[]> {
  try {
    return (await rolesOf(db, siteId).forNoKeyUpdate().noWait().execute()).map(roleFromColumns);
  } catch (error) {
    if (error instanceof RowLocked) throw refusal('CONCURRENT_ROLE_UPDATE');
    throw error;
  }
}

function rolesOf(db: Db, siteId: string) {
  return db
    .selectFrom('role')
    .select(['id', 'name', 'attributes', 'inherits_permissions_from'])
    .where('site_id', '=', siteId)
    .orderBy('created_at')
    .orderBy('name');
}

export async function updateRole(db: Db, role: Role): Promise<void> {
  await db
    .updateTable('role')
    .set({
      name: role.name,
      attributes: JSON.stringify(role.declared),
      inherits_permissions_from: [...role.inheritsFrom],
    })
    .where('id', '=', role.id)
    .execute();
}

/** Roles that inherited from it go on without it. */
export async function deleteRole(db: Db, siteId: string, id: string): Promise<void> {
  await sql`
    update role set inherits_permissions_from = array_remove(inherits_permissions_from, ${id})
    where site_id = ${siteId} and ${id} = any(inherits_permissions_from)`.execute(db);
  await db.deleteFrom('role').where('site_id', '=', siteId).where('id', '=', id).execute();
}

export async function insertRoles(db: Db, siteId: string, roles: readonly Role[], now: Date): Promise<void> {
  await db
    .insertInto('role')
    .values(
      roles.map((role) => ({
        id: role.id,
        site_id: siteId,
        name: role.name,
        attributes: JSON.stringify(role.declared),
        inherits_permissions_from: [...role.inheritsFrom],
        created_at: now,
      })),
    )
    .execute();
}

/** A switch that an older row does not know yet is off. */
export function roleFromColumns(row: RoleColumns): Role {
  const declared: RolePermissions = { ...NO_PERMISSIONS, ...(row.attributes as Partial<RolePermissions>) };
  return { id: row.id, name: row.name, declared, inheritsFrom: row.inherits_permissions_from };
}
