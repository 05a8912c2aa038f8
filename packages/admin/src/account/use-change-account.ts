import type { ApiTypes } from '@datocms/dashboard-client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { announce } from '#frame/announcements.ts';
import { dashboardClient } from '#server/dashboard-client.ts';

/** Saves a part of the account. */
export function useChangeAccount() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ change }: { change: ApiTypes.AccountUpdateSchema; done: string }) =>
      dashboardClient().account.update(change),
    onSuccess: async (_session, { done }) => {
      announce(done);
      await queryClient.invalidateQueries({ queryKey: ['account'] });
    },
  });
}
