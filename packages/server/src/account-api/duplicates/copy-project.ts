import type { Role, RolePermissions } from '@recto/content/permissions/final-permissions';
import { insertRoles, listRoles } from '#api/roles/table.ts';
import type { Db } from '#db/database.ts';
import type { DuplicateWork } from './begin-duplicate.ts';

/** What a project has besides its environments: settings and roles. People, tokens, single sign-on and whatever
 *  reaches out to other servers stay with the original. */
export async function copyProject(
  db: Db,
  { from, to }: DuplicateWork,
  { now, newId }: { now: Date; newId(): string },
): Promise<void> {
  const source = await db
    .selectFrom('site')
    .innerJoin('environment', 'environment.id', 'site.primary_environment_id')
    .select(['site.settings', 'environment.name'])
    .where('site.id', '=', from.siteId)
    .executeTakeFirstOrThrow();
  await db
    .updateTable('site')
    .set({ settings: JSON.stringify(source.settings) })
    .where('id', '=', to.siteId)
    .execute();
  const { name } = await db
    .selectFrom('environment')
    .select('name')
    .where('id', '=', to.environmentId)
    .executeTakeFirstOrThrow();
  const roles = copyRoles(await listRoles(db, from.siteId), { environment: name, newId });
  if (roles.length > 0) await insertRoles(db, to.siteId, roles, now);
}

function copyRoles(
  roles: readonly Role[],
  { environment, newId }: { environment: string; newId(): string },
): Role[] {
  const ids = new Map(roles.map(({ id }) => [id, newId()]));
  return roles.map((role) => ({
    id: ids.get(role.id) ?? newId(),
    name: role.name,
    declared: rulesOfCopy(role.declared, environment),
    inheritsFrom: role.inheritsFrom.flatMap((id) => ids.get(id) ?? []),
  }));
}

/** Rules about sandboxes, or about one trigger or search index, are about nothing that the copy has. */
function rulesOfCopy(declared: RolePermissions, environment: string): RolePermissions {
  const isHere = (rule: { environment: string }) => rule.environment === environment;
  const isAny = (rule: { build_trigger?: string | null; search_index?: string | null }) =>
    (rule.build_trigger ?? rule.search_index ?? null) === null;
  return {
    ...declared,
    positive_item_type_permissions: declared.positive_item_type_permissions.filter(isHere),
    negative_item_type_permissions: declared.negative_item_type_permissions.filter(isHere),
    positive_upload_permissions: declared.positive_upload_permissions.filter(isHere),
    negative_upload_permissions: declared.negative_upload_permissions.filter(isHere),
    positive_build_trigger_permissions: declared.positive_build_trigger_permissions.filter(isAny),
    negative_build_trigger_permissions: declared.negative_build_trigger_permissions.filter(isAny),
    positive_search_index_permissions: declared.positive_search_index_permissions.filter(isAny),
    negative_search_index_permissions: declared.negative_search_index_permissions.filter(isAny),
  };
}
