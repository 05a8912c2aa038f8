import type { ApiTypes } from '@datocms/cma-client-browser';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useProject } from '#project/project-context.ts';

export type Person = ApiTypes.User;
export type Invitation = ApiTypes.SiteInvitation;

export interface NewInvitation {
  email: string;
  roleId: string;
}

export function usePeople() {
  const { client, project } = useProject();
  return useQuery({
    queryKey: ['project', project.id, 'people'],
    queryFn: async () =>
      (await client.users.list()).sort((one, other) => one.full_name.localeCompare(other.full_name)),
  });
}

export function useInvitations() {
  const { client, project } = useProject();
  return useQuery({
    queryKey: ['project', project.id, 'invitations'],
    queryFn: () => client.siteInvitations.list(),
  });
}

export function useInvite() {
  const { client } = useProject();
  return useInvitationMutation(({ email, roleId }: NewInvitation) =>
    client.siteInvitations.create({ email, role: { type: 'role', id: roleId } }),
  );
}

export function useResend() {
  const { client } = useProject();
  return useInvitationMutation(({ id }: Invitation) => client.siteInvitations.resend(id));
}

export function useRevoke() {
  const { client } = useProject();
  return useInvitationMutation(({ id }: Invitation) => client.siteInvitations.destroy(id));
}

function useInvitationMutation<Input>(change: (input: Input) => Promise<Invitation>) {
  const { project } = useProject();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['project', project.id, 'invitations'] }),
  });
}
