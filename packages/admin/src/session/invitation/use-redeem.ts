import { useMutation, useQueryClient } from '@tanstack/react-query';
import { projectName } from '#project/use-projects.ts';
import { dashboardClient } from '#server/dashboard-client.ts';
import type { InvitationLink } from '#session/use-sign-in.ts';

export type InvitedTo = 'project' | 'organization';

interface Joined {
  name: string;
  path: string;
}

/** Takes the invitation up, with the account that is signed in. */
export function useRedeem(to: InvitedTo, { id, token }: InvitationLink, onJoined: (joined: Joined) => void) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async (): Promise<Joined> => {
      if (to === 'project') {
        const site = await dashboardClient().siteInvitation.redeem(id, { token });
        return { name: site.name, path: `/p/${projectName(site)}/editor` };
      }
      const { name } = await dashboardClient().organizationInvitations.redeem(id, { token });
      return { name, path: '/' };
    },
    onSuccess: async (joined) => {
      await queryClient.invalidateQueries({ queryKey: ['projects'] });
      onJoined(joined);
    },
  });
}
