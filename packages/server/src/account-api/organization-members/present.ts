import { ORGANIZATION_ROLES, type OrganizationRoleId } from '@recto/content/organization/organization-role';
import { type Static, Type } from '@sinclair/typebox';
import { identifier, nullable } from '#http/document.ts';
import type { OrganizationMember } from './table.ts';

export const roleEntity = Type.Object({
  type: Type.Literal('organization_role'),
  id: Type.String(),
  attributes: Type.Object({
    name: Type.String(),
    can_read_everything: Type.Boolean(),
    can_access_sites_as_owner: Type.Boolean(),
    can_create_new_sites: Type.Boolean(),
    can_edit_sites: Type.Boolean(),
    can_manage_site_transfers: Type.Boolean(),
    can_delete_sites: Type.Boolean(),
    can_manage_members: Type.Boolean(),
    can_manage_billing: Type.Boolean(),
    can_manage_organization: Type.Boolean(),
  }),
});

export const memberEntity = Type.Object({
  type: Type.Literal('organization_membership'),
  id: Type.String(),
  relationships: Type.Object({ role: Type.Object({ data: identifier('organization_role') }) }),
  meta: Type.Object({
    email: Type.String(),
    first_name: nullable(Type.String()),
    last_name: nullable(Type.String()),
  }),
});

export function presentRole(roleId: OrganizationRoleId): Static<typeof roleEntity> {
  const { id, ...attributes } = ORGANIZATION_ROLES[roleId];
  return { type: 'organization_role', id, attributes };
}

export function presentMember(member: OrganizationMember): Static<typeof memberEntity> {
  return {
    type: 'organization_membership',
    id: member.id,
    relationships: { role: { data: { type: 'organization_role', id: member.role } } },
    meta: { email: member.email, first_name: member.firstName, last_name: member.lastName },
  };
}
