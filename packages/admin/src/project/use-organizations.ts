import { queryOptions, useQuery } from '@tanstack/react-query';
import { dashboardClient } from '#server/dashboard-client.ts';
import { useSessionToken } from '#session/session.ts';

/** The organizations that whoever is signed in is a member of. */
export const organizationsQuery = queryOptions({
  queryKey: ['organizations'],
  queryFn: () => dashboardClient().organizations.list(),
  staleTime: 15_000,
});

export function useOrganizations() {
  const token = useSessionToken();
  return useQuery({ ...organizationsQuery, enabled: token !== null });
}
