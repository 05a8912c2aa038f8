import type { JsonObject } from '@recto/content/json';
import type { Account } from './table.ts';

export function presentAccount(account: Account): JsonObject {
  return {
    type: 'account',
    id: account.id,
    attributes: {
      email: account.email,
      first_name: account.firstName,
      last_name: account.lastName,
      company: account.company,
      is_2fa_active: false,
      pending_email: null,
    },
    relationships: {
      active_subscription: { data: null },
      billing_profile: { data: null },
      default_organization: { data: null },
    },
  };
}
