import { useQuery } from '@tanstack/react-query';
import { dashboardClient } from '#server/dashboard-client.ts';

interface SetupDocument {
  data: { attributes: { has_owner: boolean } };
}

/** Whether somebody owns this server already. */
export function useSetup() {
  return useQuery({
    queryKey: ['setup'],
    queryFn: async () => {
      const { data } = await dashboardClient().request<SetupDocument>({ method: 'GET', url: '/setup' });
      return { hasOwner: data.attributes.has_owner };
    },
  });
}
