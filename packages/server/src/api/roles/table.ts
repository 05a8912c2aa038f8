import {
  NO_PERMISSIONS,
  type Role,
  type RolePermissions,
} from '@recto/content/permissions/final-permissions';
import { sql } from 'kysely';
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

/**
 * Takes the rules about a model out of every role, when the model goes: left behind without the model, a rule
 * about one would be read as a rule about all.
 */
export async function dropRulesAboutModel(
  db: Db,
  { siteId, environment, itemTypeId }: { siteId: string; environment: string; itemTypeId: string },
): Promise<void> {
  const about = JSON.stringify([{ environment, item_type: itemTypeId }]);
  const others = (list: string) => sql`coalesce((
    select jsonb_agg(rule order by place) from jsonb_array_elements(attributes -> ${list}::text)
      with ordinality as rules(rule, place)
    where rule ->> 'environment' <> ${environment} or rule ->> 'item_type' is distinct from ${itemTypeId}
  ), '[]')`;
  await sql`
    update role set attributes = attributes || jsonb_build_object(
      'positive_item_type_permissions', ${others('positive_item_type_permissions')},
      'negative_item_type_permissions', ${others('negative_item_type_permissions')})
    where site_id = ${siteId} and (
      attributes -> 'positive_item_type_permissions' @> ${about}::jsonb
      or attributes -> 'negative_item_type_permissions' @> ${about}::jsonb)`.execute(db);
}
