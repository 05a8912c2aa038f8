import { useQuery } from '@tanstack/react-query';
import { dashboardClient } from '#server/dashboard-client.ts';

/** Who is signed in. */
export function useAccount() {
  return useQuery({ queryKey: ['account'], queryFn: () => dashboardClient().account.find() });
}
