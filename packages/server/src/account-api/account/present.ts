import type { AccountEntity } from './entity.ts';
import type { Account } from './table.ts';

export function presentAccount(account: Account): AccountEntity {
  const { defaultOrganizationId: id } = account;
  return {
    type: 'account',
    id: account.id,
    attributes: {
      email: account.email,
      first_name: account.firstName,
      last_name: account.lastName,
      company: account.company,
      is_2fa_active: account.is2faActive,
      pending_email: account.pendingEmail,
    },
    relationships: {
      active_subscription: { data: null },
      billing_profile: { data: null },
      default_organization: { data: id === null ? null : { type: 'organization', id } },
    },
  };
}
