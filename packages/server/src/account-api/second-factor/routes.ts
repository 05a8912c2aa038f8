import { refusal } from '@recto/content/refusal';
import { Type } from '@sinclair/typebox';
import { accountDocument, accountEntity } from '../account/entity.ts';
import { presentAccount } from '../account/present.ts';
import { proveOneself } from '../account/prove-oneself.ts';
import type { Account } from '../account/table.ts';
import { type AccountEndpoint, accountEndpoint } from '../account-endpoint.ts';
import { sessionEntity } from '../sessions/entity.ts';
import { presentSession } from '../sessions/present.ts';
import { closeOtherSessions, openSession } from '../sessions/table.ts';
import { hashBackupCode, newBackupCodes } from './backup-codes.ts';
import { activateSecondFactor, deactivateSecondFactor, saveOtpSecret } from './table.ts';
import { newOtpSecret, provisioningUri } from './totp.ts';

const closed = { additionalProperties: false };

/** Named for generators of clients; whatever comes is taken. */
const factorBodyOf = (type: string) =>
  Type.Object(
    {
      data: Type.Object(
        {
          type: Type.String({ example: type }),
          id: Type.Optional(Type.String()),
          attributes: Type.Object(
            { otp_code: Type.String({ maxLength: 100 }), password: Type.String({ maxLength: 1000 }) },
            closed,
          ),
        },
        closed,
      ),
    },
    closed,
  );

export const activationBody = factorBodyOf('2fa_activation');
export const deactivationBody = factorBodyOf('2fa_deactivation');

export const provisioningDocument = Type.Object({
  data: Type.Object({
    type: Type.String(),
    id: Type.String(),
    attributes: Type.Object({ provisioning_2fa_uri: Type.String() }),
  }),
});

export const activationDocument = Type.Object({
  data: sessionEntity,
  included: Type.Array(
    Type.Union([
      accountEntity,
      Type.Object({
        type: Type.Literal('otp_backup_codes'),
        id: Type.String(),
        attributes: Type.Object({ codes: Type.Array(Type.String()) }),
      }),
    ]),
  ),
});

export const secondFactorEndpoints: AccountEndpoint[] = [
  accountEndpoint({
    resource: 'account',
    rel: 'reset_2fa',
    method: 'PUT',
    path: '/account/reset-2fa',
    answer: provisioningDocument,
    access: 'signed_in',
    async run(_request, { db, account, settings }) {
      const secret = newOtpSecret();
      // One that is active protects the account: it is taken off first, with a code of its own.
      if (!(await saveOtpSecret(db, account.id, secret, settings.secret))) {
        throw refusal('INVALID_REQUEST', { reason: 'second_factor_active' });
      }
      const uri = provisioningUri(secret, account.email);
      return { data: { type: 'account', id: account.id, attributes: { provisioning_2fa_uri: uri } } };
    },
  }),
  accountEndpoint({
    resource: 'account',
    rel: 'activate_2fa',
    method: 'PUT',
    path: '/account/activate-2fa',
    body: activationBody,
    answer: activationDocument,
    access: 'signed_in',
    transaction: 'own',
    async run({ body }, context) {
      const { account } = context;
      if (account.is2faActive) throw refusal('INVALID_REQUEST', { reason: 'second_factor_active' });
      await proveOneself(context, body.data.attributes, { needsCode: true });
      const codes = newBackupCodes();
      const changed: Account = { ...account, is2faActive: true };
      const token = await context.db.transaction().execute(async (db) => {
        await activateSecondFactor(db, account.id, codes.map(hashBackupCode));
        await closeOtherSessions(db, account.id, context.sessionId);
        return openSession({ ...context, db }, account.id);
      });
      return {
        data: presentSession(token, changed),
        included: [
          presentAccount(changed),
          { type: 'otp_backup_codes', id: account.id, attributes: { codes } },
        ],
      };
    },
  }),
  accountEndpoint({
    resource: 'account',
    rel: 'deactivate_2fa',
    method: 'PUT',
    path: '/account/deactivate-2fa',
    body: deactivationBody,
    answer: accountDocument,
    access: 'signed_in',
    transaction: 'own',
    async run({ body }, context) {
      const { account, db } = context;
      if (!account.is2faActive) throw refusal('INVALID_REQUEST', { reason: 'second_factor_inactive' });
      await proveOneself(context, body.data.attributes);
      await deactivateSecondFactor(db, account.id);
      return { data: presentAccount({ ...account, is2faActive: false }) };
    },
  }),
];
