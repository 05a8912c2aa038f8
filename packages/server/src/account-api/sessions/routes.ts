import { refusal } from '@recto/content/refusal';
import { Type } from '@sinclair/typebox';
import { isPasswordOf } from '../account/password.ts';
import { presentAccount } from '../account/present.ts';
import { findAccountByEmail } from '../account/table.ts';
import { type AccountEndpoint, accountEndpoint } from '../account-endpoint.ts';
import { countFailure, forgetFailures, refuseGuessing } from './attempts.ts';
import { sessionDocument } from './entity.ts';
import { presentSession } from './present.ts';
import { closeSession, openSession } from './table.ts';

const closed = { additionalProperties: false };
export const credentialsBody = Type.Object(
  {
    data: Type.Object(
      {
        type: Type.Literal('email_credentials'),
        id: Type.Optional(Type.String()),
        attributes: Type.Object(
          {
            email: Type.String({ maxLength: 1000 }),
            password: Type.String({ maxLength: 1000 }),
            otp_code: Type.Optional(Type.String({ maxLength: 100 })),
          },
          closed,
        ),
      },
      closed,
    ),
  },
  closed,
);

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
      const { email, password } = body.data.attributes;
      const attempt = { email, place: context.address, now: context.now };
      refuseGuessing(attempt);
      const account = await findAccountByEmail(context.db, email);
      const isRight = await isPasswordOf(account?.passwordHash, password);
      if (!account || !isRight) {
        countFailure(attempt);
        throw refusal('INVALID_CREDENTIALS');
      }
      forgetFailures(attempt);
      const token = await openSession(context, account.id);
      return { data: presentSession(token, account), included: [presentAccount(account)] };
    },
  }),
  accountEndpoint({
    resource: 'session',
    rel: 'destroy',
    method: 'DELETE',
    path: '/session',
    access: 'signed_in',
    async run(_request, { db, sessionId }) {
      await closeSession(db, sessionId);
      return null;
    },
  }),
];
