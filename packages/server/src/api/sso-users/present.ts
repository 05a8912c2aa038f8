import type { Static } from '@sinclair/typebox';
import type { ssoUserEntity } from './contract.ts';
import type { SsoUser } from './table.ts';

export function presentSsoUser(user: SsoUser): Static<typeof ssoUserEntity> {
  return {
    type: 'sso_user',
    id: user.id,
    attributes: {
      username: user.username,
      external_id: user.externalId,
      is_active: user.isActive,
      first_name: user.firstName,
      last_name: user.lastName,
    },
    relationships: {
      groups: { data: user.groupIds.map((id) => ({ type: 'sso_group', id })) },
      role: { data: user.roleId === null ? null : { type: 'role', id: user.roleId } },
    },
    meta: { last_access: user.lastAccessAt?.toISOString() ?? null },
  };
}
