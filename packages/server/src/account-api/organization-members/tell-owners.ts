import { sendMail } from '#mail/send-mail.ts';
import type { VisitorContext } from '../account-endpoint.ts';
import { listMembers } from './table.ts';

/** What concerns an organization is told to its owners, and to nobody else. */
export async function tellOwners(
  context: VisitorContext,
  organizationId: string,
  mail: { subject: string; text: string },
): Promise<void> {
  for (const { email, role } of await listMembers(context.db, organizationId)) {
    if (role === 'owner') await sendMail(context, { to: email, ...mail });
  }
}

/** A name that somebody chose, as a part of one line. */
export function inOneLine(name: string): string {
  return name.replace(/\s+/g, ' ');
}
