import { NO_PERMISSIONS, type RolePermissions } from '@recto/content/permissions/final-permissions';
import { ROLE_FLAGS } from '@recto/content/permissions/permissions';

/** The fixed rights of a token that comes with a project and so has no role (`readonly`, `readwrite`), worded
 *  for the environment it is used in; null for any other token without a role, which may do nothing. */
export function factoryRole(
  hardcodedType: string | null,
  environment: string,
): { id: string; final: RolePermissions } | null {
  if (hardcodedType === 'readonly') return { id: 'readonly', final: onEverything('read', environment) };
  if (hardcodedType !== 'readwrite') return null;
  const flags = Object.fromEntries(ROLE_FLAGS.map((flag) => [flag, true]));
  return { id: 'readwrite', final: { ...onEverything('all', environment), ...flags } };
}

function onEverything(action: 'all' | 'read', environment: string): RolePermissions {
  const scope = action === 'all' ? ('all' as const) : null;
  const shared = {
    environment,
    action,
    on_creator: 'anyone',
    localization_scope: scope,
    locale: null,
  } as const;
  return {
    ...NO_PERMISSIONS,
    environments_access: 'all',
    positive_item_type_permissions: [
      { ...shared, item_type: null, workflow: null, on_stage: null, to_stage: null },
    ],
    positive_upload_permissions: [{ ...shared, upload_collection: null, move_to_upload_collection: null }],
  };
}
