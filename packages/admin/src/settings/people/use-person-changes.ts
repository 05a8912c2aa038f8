import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useProject } from '#project/project-context.ts';
import type { Person } from './use-people.ts';

/** Somebody who can take over what another one made. */
export interface Heir {
  type: 'account' | 'organization' | 'user';
  id: string;
}

/** Their role, and whether their seat is open. */
export function useChangePerson(person: Person) {
  const { client } = useProject();
  return usePeopleMutation(({ roleId, isActive }: { roleId?: string; isActive?: boolean }) =>
    client.users.update(person.id, {
      ...(roleId === undefined ? {} : { role: { type: 'role', id: roleId } }),
      ...(isActive === undefined ? {} : { is_active: isActive }),
    }),
  );
}

export function useRemovePerson(person: Person) {
  const { client } = useProject();
  return usePeopleMutation((heir: Heir) =>
    client.users.destroy(person.id, {
      // An organization may own the project; the client's type leaves it out.
      destination_user_type: heir.type as 'account' | 'user',
      destination_user_id: heir.id,
    }),
  );
}

/** Whoever owns the project takes over what nobody else is named for. */
export function useOwner() {
  const { client, project } = useProject();
  return useQuery({
    queryKey: ['project', project.id, 'owner'],
    queryFn: async () => (await client.site.find()).owner,
  });
}

function usePeopleMutation<Input, Result>(change: (input: Input) => Promise<Result>) {
  const { project } = useProject();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['project', project.id, 'people'] }),
  });
}
