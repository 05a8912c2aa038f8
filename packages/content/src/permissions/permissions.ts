import type { Identity } from '../item/item.ts';

export const ITEM_ACTIONS = [
  'all',
  'read',
  'create',
  'update',
  'duplicate',
  'delete',
  'publish',
  'edit_creator',
  'take_over',
  'move_to_stage',
] as const;
export type ItemAction = (typeof ITEM_ACTIONS)[number];

/** The switches of a role; the public page of the Role resource says what each one opens. */
export const ROLE_FLAGS = [
  'can_edit_favicon',
  'can_edit_site',
  'can_edit_schema',
  'can_manage_menu',
  'can_edit_environment',
  'can_promote_environments',
  'can_manage_users',
  'can_manage_shared_filters',
  'can_manage_upload_collections',
  'can_manage_build_triggers',
  'can_manage_search_indexes',
  'can_manage_webhooks',
  'can_manage_environments',
  'can_manage_sso',
  'can_access_audit_log',
  'can_manage_workflows',
  'can_manage_access_tokens',
  'can_perform_site_search',
  'can_access_build_events_log',
  'can_access_search_index_events_log',
] as const;
export type RoleFlag = (typeof ROLE_FLAGS)[number];

export const ENVIRONMENTS_ACCESSES = ['all', 'primary_only', 'sandbox_only', 'none'] as const;
export type EnvironmentsAccess = (typeof ENVIRONMENTS_ACCESSES)[number];

/** The effective rights of whoever asks, in one environment. The questions stand in `evaluate.ts`. */
export interface Permissions {
  /** An owner bypasses roles. */
  isOwner: boolean;
  roleId: string | null;
  /** Everybody who holds the same role: what `on_creator: "role"` is compared with. */
  sharesRole: readonly Identity[];
  /** Which environments are open at all. */
  environmentsAccess: EnvironmentsAccess;
  flags: Readonly<Partial<Record<RoleFlag, boolean>>>;
  positiveItemTypePermissions: readonly ItemTypePermission[];
  negativeItemTypePermissions: readonly ItemTypePermission[];
  positiveUploadPermissions: readonly UploadPermission[];
  negativeUploadPermissions: readonly UploadPermission[];
}

export interface ItemTypePermission {
  environment: string;
  action: ItemAction;
  item_type: string | null;
  workflow: string | null;
  on_creator: 'anyone' | 'self' | 'role' | null;
  on_stage: string | null;
  to_stage: string | null;
  localization_scope: 'all' | 'localized' | 'not_localized' | null;
  locale: string | null;
}

export const UPLOAD_ACTIONS = [
  'all',
  'read',
  'create',
  'update',
  'delete',
  'edit_creator',
  'replace_asset',
  'move',
] as const;
export type UploadAction = (typeof UPLOAD_ACTIONS)[number];

export interface UploadPermission {
  environment: string;
  action: UploadAction;
  upload_collection: string | null;
  move_to_upload_collection: string | null;
  on_creator: 'anyone' | 'self' | 'role' | null;
  localization_scope: 'all' | 'localized' | 'not_localized' | null;
  locale: string | null;
}
