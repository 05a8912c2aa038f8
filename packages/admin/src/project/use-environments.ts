import { useQuery } from '@tanstack/react-query';
import { useProject } from './project-context.ts';

const POLLED_EVERY_MS = 1_500;

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
    // One that is being made or destroyed is looked at again until it is done.
    refetchInterval: ({ state }) =>
      state.data?.some(({ meta }) => meta.status !== 'ready') ? POLLED_EVERY_MS : false,
  });
}
