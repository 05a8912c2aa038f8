import type { Db } from '#db/database.ts';
import { hashToken, newToken } from '#secrets/secret.ts';

export type LinkKind = 'email_change' | 'password_reset';

const HOURS: Record<LinkKind, number> = { email_change: 24, password_reset: 2 };
/** Nobody's letter box is filled by asking again and again. */
const PAUSE_MS = 60 * 1000;

interface LinkScope {
  db: Db;
  now: Date;
}

/** Makes the one link of its kind, in place of an older one; the answer is its secret. Null when the older one
 *  was made a moment ago. */
export async function makeLink(
  { db, now }: LinkScope,
  link: { accountId: string; kind: LinkKind; email: string },
): Promise<string | null> {
  const token = newToken();
  const lifetime = HOURS[link.kind] * 60 * 60 * 1000;
  const values = {
    email: link.email,
    token_hash: hashToken(token),
    expires_at: new Date(now.getTime() + lifetime),
  };
  const made = await db
    .insertInto('account_link')
    .values({ account_id: link.accountId, kind: link.kind, ...values })
    .onConflict((conflict) =>
      conflict
        .columns(['account_id', 'kind'])
        .doUpdateSet(values)
        .where('account_link.expires_at', '<=', new Date(now.getTime() + lifetime - PAUSE_MS)),
    )
    .returning('account_id')
    .executeTakeFirst();
  return made ? token : null;
}

/** Whether a link is good, without using it up. */
export async function isLinkGood(scope: LinkScope, link: GivenLink): Promise<boolean> {
  const row = await scope.db
    .selectFrom('account_link')
    .select('email')
    .where((where) => where.and(columnsOf(link)))
    .where('expires_at', '>', scope.now)
    .executeTakeFirst();
  return row !== undefined;
}

/** Uses a link up; the answer is the address that it was sent to. */
export async function useLink({ db, now }: LinkScope, link: GivenLink): Promise<string | undefined> {
  const row = await db
    .deleteFrom('account_link')
    .where((where) => where.and(columnsOf(link)))
    .where('expires_at', '>', now)
    .returning('email')
    .executeTakeFirst();
  return row?.email;
}

export async function forgetLink(db: Db, accountId: string, kind: LinkKind): Promise<void> {
  await db.deleteFrom('account_link').where('account_id', '=', accountId).where('kind', '=', kind).execute();
}

interface GivenLink {
  accountId: string;
  kind: LinkKind;
  token: string;
}

function columnsOf({ accountId, kind, token }: GivenLink) {
  return { account_id: accountId, kind, token_hash: hashToken(token) };
}
