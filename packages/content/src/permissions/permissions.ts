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

/** The effective rights of whoever asks, in one environment. The questions stand in `evaluate.ts`. */
export interface Permissions {
  /** An owner bypasses roles. */
  isOwner: boolean;
  roleId: string | null;
  flags: Readonly<Record<string, boolean>>;
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
