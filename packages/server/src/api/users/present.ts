import type { UserEntity } from './contract.ts';
import type { User } from './table.ts';

export function presentUser(user: User): UserEntity {
  return {
    type: 'user',
    id: user.id,
    attributes: {
      email: user.email,
      full_name: fullName(user),
      is_2fa_active: user.is2faActive,
      is_active: user.isActive,
    },
    relationships: { role: { data: { type: 'role', id: user.roleId } } },
    meta: { last_access: user.lastAccessAt?.toISOString() ?? null },
  };
}

/** Whoever gave no name is called by the address. */
function fullName({ firstName, lastName, email }: User): string {
  return [firstName, lastName].filter(Boolean).join(' ') || email;
}
