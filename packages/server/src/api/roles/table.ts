import {
  NO_PERMISSIONS,
  type Role,
  type RolePermissions,
} from '@recto/content/permissions/final-permissions';
import type { Db } from '#db/database.ts';

/** The columns of a role that its domain value is made of. */
export interface RoleColumns {
  id: string;
  name: string;
  attributes: Record<string, unknown>;
  inherits_permissions_from: string[];
}

/** A project's roles, in the order they were made. */
export async function listRoles(db: Db, siteId: string): Promise<Role[]> {
  const rows = await db
    .selectFrom('role')
    .select(['id', 'name', 'attributes', 'inherits_permissions_from'])
    .where('site_id', '=', siteId)
    .orderBy('created_at')
    .orderBy('name')
    .execute();
  return rows.map(roleFromColumns);
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
