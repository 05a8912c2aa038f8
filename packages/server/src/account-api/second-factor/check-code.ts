import type { VisitorContext } from '../account-endpoint.ts';
import { countFailure, refuseGuessing } from '../sessions/attempts.ts';
import { hashBackupCode } from './backup-codes.ts';
import { readOtpSecret, useBackupCode, useStep } from './table.ts';
import { stepOfCode } from './totp.ts';

type CodeContext = Pick<VisitorContext, 'db' | 'now' | 'settings' | 'address'>;

/** Whether a code is the account's, from the app or from the list of backup codes. A good one is used up; wrong
 *  ones are counted like wrong passwords, because six digits are soon guessed. */
export async function isRightCode(
  context: CodeContext,
  account: { id: string; email: string },
  code: string,
): Promise<boolean> {
  const attempt = { email: account.email, place: context.address, now: context.now };
  refuseGuessing(attempt);
  const isRight =
    (await isAppCode(context, account.id, code)) || (await isBackupCode(context, account.id, code));
  if (!isRight) countFailure(attempt);
  return isRight;
}

async function isAppCode(
  { db, now, settings }: CodeContext,
  accountId: string,
  code: string,
): Promise<boolean> {
  const secret = await readOtpSecret(db, accountId, settings.secret);
  const step = secret === null ? null : stepOfCode(secret, code.replace(/\s/g, ''), now);
  return step !== null && useStep(db, accountId, step);
}

function isBackupCode({ db }: CodeContext, accountId: string, code: string): Promise<boolean> {
  return useBackupCode(db, accountId, hashBackupCode(code));
}
