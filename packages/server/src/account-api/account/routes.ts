import { type AccountEndpoint, accountEndpoint } from '../account-endpoint.ts';
import { sessionDocument } from '../sessions/entity.ts';
import { presentSession } from '../sessions/present.ts';
import { openSession } from '../sessions/table.ts';
import { changeAccount } from './change-account.ts';
import { confirmEmail } from './confirm-email.ts';
import {
  accountCreateBody,
  accountCreateQuery,
  accountFindQuery,
  accountUpdateBody,
  confirmEmailBody,
  resetPasswordBody,
} from './contract.ts';
import { createAccount } from './create-account.ts';
import { accountDocument } from './entity.ts';
import { presentAccount } from './present.ts';
import { sendPasswordLink } from './reset-password.ts';

export const accountResourceEndpoints: AccountEndpoint[] = [
  accountEndpoint({
    resource: 'account',
    rel: 'create',
    method: 'POST',
    path: '/account',
    query: accountCreateQuery,
    body: accountCreateBody,
    answer: sessionDocument,
    access: 'anyone',
    transaction: 'own',
    async run({ body, query }, context) {
      const { email, password, first_name, last_name, company } = body.data.attributes;
      const person = {
        email,
        password,
        firstName: first_name ?? null,
        lastName: last_name ?? null,
        company: company ?? null,
      };
      const account = await createAccount(context, person, query);
      const token = await openSession(context, account.id);
      return { data: presentSession(token, account), included: [presentAccount(account)] };
    },
  }),
  accountEndpoint({
    resource: 'account',
    rel: 'self',
    method: 'GET',
    path: '/account',
    query: accountFindQuery,
    answer: accountDocument,
    access: 'signed_in',
    async run(_request, { account }) {
      return { data: presentAccount(account) };
    },
  }),
  accountEndpoint({
    resource: 'account',
    rel: 'update',
    method: 'PUT',
    path: '/account',
    body: accountUpdateBody,
    answer: sessionDocument,
    access: 'signed_in',
    transaction: 'own',
    async run({ body }, context) {
      const { attributes, relationships } = body.data;
      const { account, token } = await changeAccount({ ...attributes, ...relationships }, context);
      return { data: presentSession(token, account), included: [presentAccount(account)] };
    },
  }),
  accountEndpoint({
    resource: 'account',
    rel: 'confirm_email_change',
    method: 'POST',
    path: '/account/confirm-email-change',
    body: confirmEmailBody,
    answer: sessionDocument,
    access: 'anyone',
    async run({ body }, context) {
      const { account_id: accountId, token } = body.data.attributes;
      const account = await confirmEmail(context, { accountId, token });
      const session = await openSession(context, account.id);
      return { data: presentSession(session, account), included: [presentAccount(account)] };
    },
  }),
  accountEndpoint({
    resource: 'account',
    rel: 'reset_password',
    answer: null,
    method: 'POST',
    path: '/account/reset_password',
    body: resetPasswordBody,
    access: 'anyone',
    async run({ body }, context) {
      await sendPasswordLink(context, body.data.attributes.email);
      return null;
    },
  }),
];
