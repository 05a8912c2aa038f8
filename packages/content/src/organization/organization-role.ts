/** What a member may do for an organization. Names as on the wire. */
export interface OrganizationRole {
  id: OrganizationRoleId;
  name: string;
  can_read_everything: boolean;
  can_access_sites_as_owner: boolean;
  can_create_new_sites: boolean;
  can_edit_sites: boolean;
  can_manage_site_transfers: boolean;
  can_delete_sites: boolean;
  can_manage_members: boolean;
  can_manage_billing: boolean;
  can_manage_organization: boolean;
}

export const ORGANIZATION_ROLE_IDS = ['owner', 'viewer', 'developer', 'projects_manager'] as const;
export type OrganizationRoleId = (typeof ORGANIZATION_ROLE_IDS)[number];
export type OrganizationRight = Exclude<keyof OrganizationRole, 'id' | 'name'>;

const READS: Record<OrganizationRight, boolean> = {
  can_read_everything: true,
  can_access_sites_as_owner: false,
  can_create_new_sites: false,
  can_edit_sites: false,
  can_manage_site_transfers: false,
  can_delete_sites: false,
  can_manage_members: false,
  can_manage_billing: false,
  can_manage_organization: false,
};
const MANAGES_PROJECTS = {
  ...READS,
  can_access_sites_as_owner: true,
  can_create_new_sites: true,
  can_edit_sites: true,
  can_manage_site_transfers: true,
  can_delete_sites: true,
};

/** The same four in every organization. */
export const ORGANIZATION_ROLES: Readonly<Record<OrganizationRoleId, OrganizationRole>> = {
  owner: {
    ...MANAGES_PROJECTS,
    id: 'owner',
    name: 'Owner',
    can_manage_members: true,
    can_manage_billing: true,
    can_manage_organization: true,
  },
  viewer: { ...READS, id: 'viewer', name: 'Viewer' },
  developer: { ...READS, id: 'developer', name: 'Developer', can_access_sites_as_owner: true },
  projects_manager: { ...MANAGES_PROJECTS, id: 'projects_manager', name: 'Projects manager' },
};

export function isOrganizationRoleId(id: string): id is OrganizationRoleId {
  return (ORGANIZATION_ROLE_IDS as readonly string[]).includes(id);
}

/** Those whose members enter the organization's projects without a seat. */
export const ROLES_THAT_ENTER = ORGANIZATION_ROLE_IDS.filter(
  (id) => ORGANIZATION_ROLES[id].can_access_sites_as_owner,
);

export interface Member {
  id: string;
  role: OrganizationRoleId;
}

/** Whether an organization would be left without an owner when a member leaves, or takes another role. */
export function isLastOwner(members: readonly Member[], memberId: string): boolean {
  const owners = members.filter(({ role }) => role === 'owner');
  return owners.length === 1 && owners[0]?.id === memberId;
}
