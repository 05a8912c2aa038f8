import type { Account } from '../account/table.ts';
import type { SessionEntity } from './entity.ts';

/** The id of a session is its token: that is how clients of the account API sign in. */
export function presentSession(token: string, account: Account): SessionEntity {
  return {
    type: 'session',
    id: token,
    relationships: { account: { data: { type: 'account', id: account.id } } },
  };
}
