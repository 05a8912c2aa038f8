import {
  NO_PERMISSIONS,
  type Role,
  type RolePermissions,
} from '@recto/content/permissions/final-permissions';
import { ROLE_FLAGS } from '@recto/content/permissions/permissions';

/** The two roles that every new project begins with. They can be changed and deleted like any other. */
export function defaultRoles(environment: string, newId: () => string): [admin: Role, editor: Role] {
  const everySwitch = Object.fromEntries(ROLE_FLAGS.map((flag) => [flag, true]));
  return [
    {
      id: newId(),
      name: 'Admin',
      declared: { ...allContent(environment), ...everySwitch, environments_access: 'all' },
      inheritsFrom: [],
    },
    {
      id: newId(),
      name: 'Editor',
      declared: { ...allContent(environment), can_edit_favicon: true, environments_access: 'primary_only' },
      inheritsFrom: [],
    },
  ];
}

function allContent(environment: string): RolePermissions {
  const shared = {
    environment,
    action: 'all',
    on_creator: 'anyone',
    localization_scope: 'all',
    locale: null,
  } as const;
  return {
    ...NO_PERMISSIONS,
    positive_item_type_permissions: [
      { ...shared, item_type: null, workflow: null, on_stage: null, to_stage: null },
    ],
    positive_upload_permissions: [{ ...shared, upload_collection: null, move_to_upload_collection: null }],
    positive_build_trigger_permissions: [{ build_trigger: null }],
  };
}
