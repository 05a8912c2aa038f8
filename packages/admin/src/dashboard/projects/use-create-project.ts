import { useMutation, useQueryClient } from '@tanstack/react-query';
import { dashboardClient } from '#server/dashboard-client.ts';

export function useCreateProject() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ name, mainLocale }: { name: string; mainLocale: string }) =>
      dashboardClient().sites.create({ name, main_locale: mainLocale }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['projects'] }),
  });
}
