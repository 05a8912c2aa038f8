import { timingSafeEqual } from 'node:crypto';
import { refusal } from '@recto/content/refusal';
import type { RequestContext } from '#http/context.ts';
import { sendMail } from '#mail/send-mail.ts';
import { hashToken, newToken } from '#secrets/secret.ts';
import type { Invitation } from './table.ts';

const DAYS = 7;

/** A new secret for a link, and until when it opens the project. */
export function newLink(now: Date): { token: string; tokenHash: Buffer; expiresAt: Date } {
  const token = newToken();
  const expiresAt = new Date(now.getTime() + DAYS * 24 * 60 * 60 * 1000);
  return { token, tokenHash: hashToken(token), expiresAt };
}

/** Sends the link to whoever is invited; the answer is the link, for whoever invites by other ways. */
export async function sendLink(
  context: RequestContext,
  { id, email }: Invitation,
  token: string,
): Promise<string> {
  const { site, settings } = context;
  const link = `${settings.publicUrl}/accept-invitation?${new URLSearchParams({ email, id, token })}`;
  await sendMail(context, {
    to: email,
    subject: `You are invited to ${site.name.replace(/\s+/g, ' ')}`,
    text: `You are invited to work on the project "${site.name}". Within ${DAYS} days, open\n\n${link}`,
  });
  return link;
}

/** Refuses whoever does not hold the link, in the same words whatever is wrong with it. */
export function checkLink<Link extends { tokenHash: Buffer; expiresAt: Date }>(
  invitation: Link | undefined,
  token: string,
  now: Date,
): asserts invitation is Link {
  const isRight = invitation !== undefined && timingSafeEqual(invitation.tokenHash, hashToken(token));
  if (!isRight || invitation.expiresAt <= now) throw refusal('NOT_FOUND');
}
