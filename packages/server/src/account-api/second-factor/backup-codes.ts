import { randomBytes } from 'node:crypto';
import { hashToken } from '#secrets/secret.ts';

const COUNT = 10;

/** For the day when the authenticator app is lost: `3f9a-01c2-77de-b4e8-90aa`, 80 random bits each. */
export function newBackupCodes(): string[] {
  return Array.from({ length: COUNT }, () => {
    const digits = randomBytes(10).toString('hex');
    return (digits.match(/.{4}/g) ?? []).join('-');
  });
}

/** However it was typed off. */
export function hashBackupCode(code: string): Buffer {
  return hashToken(code.toLowerCase().replace(/[^0-9a-f]/g, ''));
}
