import type { ApiTypes } from '@datocms/dashboard-client';

/** Who is signed in, as the account API tells it. */
export type Account = ApiTypes.Account;
