import { buildClient, type Client } from '@datocms/dashboard-client';
import { sessionToken } from '#session/session.ts';
import { ENDPOINTS } from './endpoints.ts';

/** Speaks to the account API as whoever is signed in, for themselves or for an organization of theirs. */
export function dashboardClient(organization?: string): Client {
  return buildClient({
    apiToken: sessionToken(),
    baseUrl: ENDPOINTS.accountApi,
    ...(organization === undefined ? {} : { organization }),
  });
}
