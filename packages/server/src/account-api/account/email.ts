import { type ErrorReason, refusal } from '@recto/content/refusal';

/** What is wrong with an address, as reasons of a refusal. Whether somebody reads it, a mail finds out. */
export function emailProblems(email: string): ErrorReason[] {
  if (email.length <= 254 && /^[^\s@<>"]+@[^\s@<>"]+$/.test(email)) return [];
  return [...refusal('INVALID_EMAIL', { field: 'email' }).reasons];
}
