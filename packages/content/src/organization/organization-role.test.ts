import { describe, expect, it } from 'vitest';
import {
  isLastOwner,
  ORGANIZATION_ROLE_IDS,
  ORGANIZATION_ROLES,
  type OrganizationRight,
  ROLES_THAT_ENTER,
} from './organization-role.ts';

const whoMay = (right: OrganizationRight) =>
  ORGANIZATION_ROLE_IDS.filter((id) => ORGANIZATION_ROLES[id][right]);

describe('the roles of an organization', () => {
  it.each([
    ['can_read_everything', ['owner', 'viewer', 'developer', 'projects_manager']],
    ['can_access_sites_as_owner', ['owner', 'developer', 'projects_manager']],
    ['can_create_new_sites', ['owner', 'projects_manager']],
    ['can_edit_sites', ['owner', 'projects_manager']],
    ['can_delete_sites', ['owner', 'projects_manager']],
    ['can_manage_site_transfers', ['owner', 'projects_manager']],
    ['can_manage_members', ['owner']],
    ['can_manage_billing', ['owner']],
    ['can_manage_organization', ['owner']],
  ] as const)('%s is of %j', (right, roles) => {
    expect(whoMay(right)).toEqual(roles);
  });

  it('let in whoever acts as an owner', () => {
    expect(ROLES_THAT_ENTER).toEqual(whoMay('can_access_sites_as_owner'));
  });
});

it('an organization keeps an owner', () => {
  const one = { id: 'one', role: 'owner' } as const;
  const other = { id: 'other', role: 'viewer' } as const;
  expect(isLastOwner([one, other], 'one')).toBe(true);
  expect(isLastOwner([one, other], 'other')).toBe(false);
  expect(isLastOwner([one, { ...other, role: 'owner' }], 'one')).toBe(false);
});
