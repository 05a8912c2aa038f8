import { useQuery } from '@tanstack/react-query';
import { dashboardClient } from '#server/dashboard-client.ts';
import { useSessionToken } from '#session/session.ts';

/** The organizations that whoever is signed in is a member of. */
export function useOrganizations() {
  const token = useSessionToken();
  return useQuery({
    queryKey: ['organizations'],
    enabled: token !== null,
    queryFn: () => dashboardClient().organizations.list(),
  });
}
