import type { Identity } from '../item/item.ts';
import type {
  EnvironmentsAccess,
  ItemTypePermission,
  Permissions,
  RoleFlag,
  UploadPermission,
} from './permissions.ts';
import { ROLE_FLAGS } from './permissions.ts';

export interface BuildTriggerPermission {
  build_trigger: string | null;
}
export interface SearchIndexPermission {
  search_index: string | null;
}

/** What a role declares, or what follows from it and the roles it inherits from. Names as on the wire. */
export type RolePermissions = Record<RoleFlag, boolean> & {
  environments_access: EnvironmentsAccess;
  positive_item_type_permissions: ItemTypePermission[];
  negative_item_type_permissions: ItemTypePermission[];
  positive_upload_permissions: UploadPermission[];
  negative_upload_permissions: UploadPermission[];
  positive_build_trigger_permissions: BuildTriggerPermission[];
  negative_build_trigger_permissions: BuildTriggerPermission[];
  positive_search_index_permissions: SearchIndexPermission[];
  negative_search_index_permissions: SearchIndexPermission[];
};

export interface Role {
  id: string;
  name: string;
  declared: RolePermissions;
  inheritsFrom: readonly string[];
}

export const NO_PERMISSIONS: RolePermissions = {
  ...(Object.fromEntries(ROLE_FLAGS.map((flag) => [flag, false])) as Record<RoleFlag, boolean>),
  environments_access: 'none',
  positive_item_type_permissions: [],
  negative_item_type_permissions: [],
  positive_upload_permissions: [],
  negative_upload_permissions: [],
  positive_build_trigger_permissions: [],
  negative_build_trigger_permissions: [],
  positive_search_index_permissions: [],
  negative_search_index_permissions: [],
};

/** Everything a role may do: its own permissions and, walked all the way up, those it inherits. Denials are
 *  inherited too, so that what clients read here is what is enforced. */
export function finalPermissions(role: Role, roles: ReadonlyMap<string, Role>): RolePermissions {
  return lineageOf(role, roles)
    .map(({ declared }) => declared)
    .reduce(mergePermissions);
}

/** The rights that a role gives its holder in one environment. */
export function permissionsIn(
  environment: string,
  role: { id: string; final: RolePermissions },
  sharesRole: readonly Identity[],
): Permissions {
  const isHere = (entry: { environment: string }) => entry.environment === environment;
  const { final } = role;
  return {
    isOwner: false,
    roleId: role.id,
    sharesRole,
    environmentsAccess: final.environments_access,
    flags: final,
    positiveItemTypePermissions: final.positive_item_type_permissions.filter(isHere),
    negativeItemTypePermissions: final.negative_item_type_permissions.filter(isHere),
    positiveUploadPermissions: final.positive_upload_permissions.filter(isHere),
    negativeUploadPermissions: final.negative_upload_permissions.filter(isHere),
  };
}

/** The rights of a project's owner, whom no role holds back. */
export const OWNER_PERMISSIONS: Permissions = {
  isOwner: true,
  roleId: null,
  sharesRole: [],
  environmentsAccess: 'all',
  flags: {},
  positiveItemTypePermissions: [],
  negativeItemTypePermissions: [],
  positiveUploadPermissions: [],
  negativeUploadPermissions: [],
};

/** Whether a role lets its holder into an environment at all; this comes before every other question. */
export function mayEnter(access: EnvironmentsAccess, environment: { isPrimary: boolean }): boolean {
  return access === 'all' || access === (environment.isPrimary ? 'primary_only' : 'sandbox_only');
}

/** The role first. A role met twice counts once, so that a circle of inheritance ends. */
function lineageOf(role: Role, roles: ReadonlyMap<string, Role>): Role[] {
  const lineage = new Map([[role.id, role]]);
  for (const { inheritsFrom } of lineage.values()) {
    for (const id of inheritsFrom) {
      const parent = roles.get(id);
      if (parent && !lineage.has(id)) lineage.set(id, parent);
    }
  }
  return [...lineage.values()];
}

function mergePermissions(one: RolePermissions, other: RolePermissions): RolePermissions {
  const merged: RolePermissions = { ...one };
  for (const flag of ROLE_FLAGS) merged[flag] = one[flag] || other[flag];
  merged.environments_access = mergeAccess(one.environments_access, other.environments_access);
  merged.positive_item_type_permissions = union(one, other, 'positive_item_type_permissions');
  merged.negative_item_type_permissions = union(one, other, 'negative_item_type_permissions');
  merged.positive_upload_permissions = union(one, other, 'positive_upload_permissions');
  merged.negative_upload_permissions = union(one, other, 'negative_upload_permissions');
  merged.positive_build_trigger_permissions = union(one, other, 'positive_build_trigger_permissions');
  merged.negative_build_trigger_permissions = union(one, other, 'negative_build_trigger_permissions');
  merged.positive_search_index_permissions = union(one, other, 'positive_search_index_permissions');
  merged.negative_search_index_permissions = union(one, other, 'negative_search_index_permissions');
  return merged;
}

function mergeAccess(one: EnvironmentsAccess, other: EnvironmentsAccess): EnvironmentsAccess {
  if (one === other || other === 'none') return one;
  return one === 'none' ? other : 'all';
}

type PermissionList = {
  [Key in keyof RolePermissions]: RolePermissions[Key] extends unknown[] ? Key : never;
}[keyof RolePermissions];

function union<Key extends PermissionList>(
  one: RolePermissions,
  other: RolePermissions,
  key: Key,
): RolePermissions[Key] {
  const entries: object[] = [...one[key], ...other[key]];
  const byText = new Map(entries.map((entry) => [textOfRule(entry), entry]));
  return [...byText.values()] as RolePermissions[Key];
}

/** Equal rules have equal texts, whatever order their keys came in. */
export function textOfRule(entry: object): string {
  return JSON.stringify(Object.entries(entry).sort(([one], [other]) => (one < other ? -1 : 1)));
}
