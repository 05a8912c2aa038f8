import { useQuery } from '@tanstack/react-query';
import { useProject } from './project-context.ts';

/** The environments of the project, the primary one first. */
export function useEnvironments() {
  const { client, key } = useProject();
  return useQuery({
    queryKey: [...key, 'environments'],
    queryFn: async () =>
      (await client.environments.list()).sort(
        (one, other) =>
          Number(other.meta.primary) - Number(one.meta.primary) || one.id.localeCompare(other.id),
      ),
  });
}
