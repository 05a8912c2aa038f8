import type { Static } from '@sinclair/typebox';
import type { ssoGroupEntity } from './contract.ts';
import type { SsoGroup } from './table.ts';

export function presentSsoGroup({
  id,
  name,
  priority,
  roleId,
  userIds,
}: SsoGroup): Static<typeof ssoGroupEntity> {
  return {
    type: 'sso_group',
    id,
    attributes: { name, priority },
    relationships: {
      role: { data: { type: 'role', id: roleId } },
      users: { data: userIds.map((user) => ({ type: 'sso_user', id: user })) },
    },
  };
}
