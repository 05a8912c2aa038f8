import { type Static, Type } from '@sinclair/typebox';
import { presentAccount } from '../account/present.ts';
import { refuseMissingCode, resetPassword } from '../account/reset-password.ts';
import type { Account } from '../account/table.ts';
import { type AccountEndpoint, accountEndpoint, type VisitorContext } from '../account-endpoint.ts';
import { forgetFailures } from './attempts.ts';
import { checkPassword } from './check-password.ts';
import { sessionDocument } from './entity.ts';
import { presentSession } from './present.ts';
import { closeSession, openSession } from './table.ts';

const closed = { additionalProperties: false };
const otpCode = Type.Optional(Type.String({ maxLength: 100 }));
const password = Type.String({ maxLength: 1000 });

export const credentialsBody = Type.Object(
  {
    data: Type.Union([
      Type.Object(
        {
          type: Type.Literal('email_credentials'),
          id: Type.Optional(Type.String()),
          attributes: Type.Object(
            { email: Type.String({ maxLength: 1000 }), password, otp_code: otpCode },
            closed,
          ),
        },
        closed,
      ),
      Type.Object(
        {
          type: Type.Literal('password_reset'),
          id: Type.Optional(Type.String()),
          attributes: Type.Object(
            {
              token: Type.String({ maxLength: 100 }),
              account_id: Type.String({ maxLength: 100 }),
              password,
              otp_code: otpCode,
            },
            closed,
          ),
        },
        closed,
      ),
    ]),
  },
  closed,
);
type Credentials = Static<typeof credentialsBody>['data'];

export const sessionEndpoints: AccountEndpoint[] = [
  accountEndpoint({
    resource: 'session',
    rel: 'create',
    method: 'POST',
    path: '/sessions',
    body: credentialsBody,
    answer: sessionDocument,
    access: 'anyone',
    transaction: 'own',
    async run({ body }, context) {
      const account = await findPerson(context, body.data);
      const token = await openSession(context, account.id);
      return { data: presentSession(token, account), included: [presentAccount(account)] };
    },
  }),
  accountEndpoint({
    resource: 'session',
    rel: 'destroy',
    answer: null,
    method: 'DELETE',
    path: '/session',
    access: 'signed_in',
    async run(_request, { db, sessionId }) {
      await closeSession(db, sessionId);
      return null;
    },
  }),
];

/** Whoever knows the secrets, or holds a link to set a new one. */
function findPerson(context: VisitorContext, credentials: Credentials): Promise<Account> {
  if (credentials.type === 'email_credentials') return checkCredentials(context, credentials.attributes);
  const { account_id: accountId, token, password, otp_code } = credentials.attributes;
  return resetPassword(context, { accountId, token, password, otpCode: otp_code });
}

async function checkCredentials(
  context: VisitorContext,
  { email, password, otp_code }: { email: string; password: string; otp_code?: string },
): Promise<Account> {
  const account = await checkPassword(context, { email, password });
  await refuseMissingCode(context, account, otp_code);
  forgetFailures({ email, place: context.address });
  return account;
}
