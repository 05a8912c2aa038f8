import { hasAccount } from '../account/table.ts';
import { type AccountEndpoint, accountEndpoint } from '../account-endpoint.ts';

/** Ours alone: what a browser has to know before anybody can sign in. */
export const setupEndpoints: AccountEndpoint[] = [
  accountEndpoint({
    resource: 'setup',
    rel: 'self',
    method: 'GET',
    path: '/setup',
    access: 'anyone',
    async run(_request, { db }) {
      const hasOwner = await hasAccount(db);
      return { data: { type: 'setup', id: 'setup', attributes: { has_owner: hasOwner } } };
    },
  }),
];
