import { useMutation, useQueryClient } from '@tanstack/react-query';
import { dashboardClient } from '#server/dashboard-client.ts';

interface NewProject {
  name: string;
  mainLocale: string;
  /** Undefined: whoever is signed in owns it. */
  organization: string | undefined;
}

export function useCreateProject() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ name, mainLocale, organization }: NewProject) =>
      dashboardClient(organization).sites.create({ name, main_locale: mainLocale }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['projects'] }),
  });
}
