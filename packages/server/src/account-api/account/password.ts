import { hash, verify } from '@node-rs/argon2';
import { type ErrorReason, refusal } from '@recto/content/refusal';

const MINIMUM_LENGTH = 8;
/** Longer texts only cost time. */
const MAXIMUM_LENGTH = 200;

/** A well-formed hash of no password: sign-in with an unknown address takes as long as with a known one. */
const NOBODYS_HASH =
  '$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$Zm9yIG5vYm9keSwgYW5kIG5vIHBhc3N3b3JkIGZpdHM';

/** argon2id with the library's defaults: 19 MB, two passes. Runs on libuv's threads, four at a time. */
export function hashPassword(password: string): Promise<string> {
  return hash(password);
}

export async function isPasswordOf(passwordHash: string | undefined, password: string): Promise<boolean> {
  if (password.length > MAXIMUM_LENGTH) return false;
  const isRight = await verify(passwordHash ?? NOBODYS_HASH, password).catch(() => false);
  return isRight && passwordHash !== undefined;
}

/** What is wrong with a new password, as reasons of a refusal. */
export function passwordProblems(password: string): ErrorReason[] {
  if (password.length >= MINIMUM_LENGTH && password.length <= MAXIMUM_LENGTH) return [];
  return [
    ...refusal('INVALID_FIELD', {
      field: 'password',
      code: 'VALIDATION_LENGTH',
      record_type: 'Account',
      minimum: MINIMUM_LENGTH,
      maximum: MAXIMUM_LENGTH,
    }).reasons,
  ];
}
