import { sql } from 'kysely';
import type { Db } from '#db/database.ts';
import { decryptSecret, encryptSecret } from '#secrets/secret.ts';

/** The secret that codes are made from, also while it is being set up. */
export async function readOtpSecret(db: Db, accountId: string, key: Buffer): Promise<string | null> {
  const row = await db
    .selectFrom('account')
    .select('otp_secret')
    .where('id', '=', accountId)
    .executeTakeFirst();
  return row?.otp_secret ? decryptSecret(key, row.otp_secret) : null;
}

/** Keeps a secret that nothing is asked for yet. False when the second factor is active. */
export async function saveOtpSecret(
  db: Db,
  accountId: string,
  secret: string,
  key: Buffer,
): Promise<boolean> {
  const row = await db
    .updateTable('account')
    .set({ otp_secret: encryptSecret(key, secret), otp_last_step: null })
    .where('id', '=', accountId)
    .where('is_2fa_active', '=', false)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

export async function activateSecondFactor(
  db: Db,
  accountId: string,
  backupHashes: readonly Buffer[],
): Promise<void> {
  await db
    .updateTable('account')
    .set({ is_2fa_active: true, otp_backup_hashes: [...backupHashes] })
    .where('id', '=', accountId)
    .execute();
}

/** Who had asked for it has it now: a request that stayed would take off the next one. One statement, whole by itself. */
export async function deactivateSecondFactor(db: Db, accountId: string): Promise<void> {
  await sql`
    with asked as (delete from tfa_deactivate_request where account_id = ${accountId})
    update account set is_2fa_active = false, otp_secret = null, otp_last_step = null, otp_backup_hashes = '{}'
    where id = ${accountId}`.execute(db);
}

/** A code is good once: false when this one, or a later one, was used before. */
export async function useStep(db: Db, accountId: string, step: number): Promise<boolean> {
  const { rows } = await sql`
    update account set otp_last_step = ${step}
    where id = ${accountId} and (otp_last_step is null or otp_last_step < ${step}) returning id`.execute(db);
  return rows.length === 1;
}

/** Backup codes are good once too. */
export async function useBackupCode(db: Db, accountId: string, hash: Buffer): Promise<boolean> {
  const { rows } = await sql`
    update account set otp_backup_hashes = array_remove(otp_backup_hashes, ${hash}::bytea)
    where id = ${accountId} and ${hash}::bytea = any(otp_backup_hashes) returning id`.execute(db);
  return rows.length === 1;
}
