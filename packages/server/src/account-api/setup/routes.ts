import { Type } from '@sinclair/typebox';
import { documentOf } from '#http/document.ts';
import { hasAccount } from '../account/table.ts';
import { type AccountEndpoint, accountEndpoint } from '../account-endpoint.ts';

const setupEntity = Type.Object({
  type: Type.Literal('setup'),
  id: Type.String(),
  attributes: Type.Object({ has_owner: Type.Boolean() }),
});

/** Ours alone: what a browser has to know before anybody can sign in. */
export const setupEndpoints: AccountEndpoint[] = [
  accountEndpoint({
    resource: 'setup',
    rel: 'self',
    method: 'GET',
    path: '/setup',
    answer: documentOf(setupEntity),
    access: 'anyone',
    async run(_request, { db }) {
      const hasOwner = await hasAccount(db);
      return { data: { type: 'setup', id: 'setup', attributes: { has_owner: hasOwner } } };
    },
  }),
];
