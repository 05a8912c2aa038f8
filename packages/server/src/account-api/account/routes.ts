import { refusal, refuseAll } from '@recto/content/refusal';
import { UniqueViolation } from '#db/database-error.ts';
import { type AccountContext, type AccountEndpoint, accountEndpoint } from '../account-endpoint.ts';
import { sessionDocument } from '../sessions/entity.ts';
import { presentSession } from '../sessions/present.ts';
import { closeOtherSessions, openSession } from '../sessions/table.ts';
import { accountCreateBody, accountCreateQuery, accountFindQuery, accountUpdateBody } from './contract.ts';
import { createAccount } from './create-account.ts';
import { emailProblems } from './email.ts';
import { accountDocument } from './entity.ts';
import { hashPassword, isPasswordOf, passwordProblems } from './password.ts';
import { presentAccount } from './present.ts';
import { type Account, updateAccount } from './table.ts';

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
      const change = body.data.attributes ?? {};
      const account = await changeAccount(change, context);
      const token = await saveAccount(account, context, change.password !== undefined);
      return { data: presentSession(token, account), included: [presentAccount(account)] };
    },
  }),
];

interface AccountChange {
  email?: string;
  password?: string;
  current_password?: string;
  first_name?: string | null;
  last_name?: string | null;
  company?: string | null;
}

/** Address and password are what a thief of a session would change: they ask for the present password. */
async function changeAccount(change: AccountChange, { account }: AccountContext): Promise<Account> {
  const { email, password } = change;
  if (email !== undefined || password !== undefined) {
    const isOwner = await isPasswordOf(account.passwordHash, change.current_password ?? '');
    if (!isOwner && (password !== undefined || email !== account.email)) {
      throw refusal('INVALID_FIELD', {
        field: 'current_password',
        code: 'VALIDATION_INVALID',
        record_type: 'Account',
      });
    }
  }
  refuseAll([
    ...(email === undefined ? [] : emailProblems(email)),
    ...(password === undefined ? [] : passwordProblems(password)),
  ]);
  return {
    ...account,
    email: email ?? account.email,
    passwordHash: password === undefined ? account.passwordHash : await hashPassword(password),
    firstName: change.first_name === undefined ? account.firstName : change.first_name,
    lastName: change.last_name === undefined ? account.lastName : change.last_name,
    company: change.company === undefined ? account.company : change.company,
  };
}

/** Answers a new session, as the account API does after every change; the present one stays good. */
async function saveAccount(
  account: Account,
  context: AccountContext,
  isPasswordNew: boolean,
): Promise<string> {
  try {
    return await context.db.transaction().execute(async (db) => {
      await updateAccount(db, account);
      if (isPasswordNew) await closeOtherSessions(db, account.id, context.sessionId);
      return openSession({ ...context, db }, account.id);
    });
  } catch (error) {
    if (!(error instanceof UniqueViolation)) throw error;
    throw refusal('INVALID_FIELD', {
      field: 'email',
      code: 'VALIDATION_UNIQUENESS',
      record_type: 'Account',
    });
  }
}
