import type { ApiTypes } from '@datocms/cma-client-browser';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useProject } from '#project/project-context.ts';
import { projectClient } from '#server/project-client.ts';

export type Environment = ApiTypes.Environment;

/** Begins the copy; the list shows how far it is. */
export function useFork(source: Environment) {
  const client = useClientOfProject();
  return useEnvironmentMutation((id: string) =>
    client.environments.rawFork(source.id, { data: { type: 'environment', id } }, { immediate_return: true }),
  );
}

export function useRename({ id }: Environment) {
  const client = useClientOfProject();
  return useEnvironmentMutation((name: string) => client.environments.rename(id, { id: name }));
}

export function usePromote({ id }: Environment) {
  const client = useClientOfProject();
  return useEnvironmentMutation(() => client.environments.promote(id));
}

/** Ends when nothing is left of it. */
export function useDestroy({ id }: Environment) {
  const client = useClientOfProject();
  return useEnvironmentMutation(() => client.environments.rawDestroy(id));
}

/** How much hangs on an environment. */
export function useContents({ id }: Environment) {
  const { project } = useProject();
  return useQuery({
    queryKey: ['project', project.id, id, 'contents'],
    queryFn: async () => {
      const client = projectClient(project, id);
      const [models, records, assets] = await Promise.all([
        client.itemTypes.rawList(),
        client.items.rawList({ page: { limit: 1 } }),
        client.uploads.rawList({ page: { limit: 1 } }),
      ]);
      return {
        models: models.data.length,
        records: records.meta.total_count,
        assets: assets.meta.total_count,
      };
    },
    retry: false,
  });
}

/** Names no environment: the job of destroying the one that a person stands in could not be asked about there. */
function useClientOfProject() {
  return projectClient(useProject().project, undefined);
}

/** Which environment is meant by no name may have changed: everything of the project is asked for again. */
function useEnvironmentMutation<Input>(change: (input: Input) => Promise<unknown>) {
  const { project } = useProject();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () => {
      // Not waited for: the dialog closes when the change is made, not when every list was read again.
      void queryClient.invalidateQueries({ queryKey: ['project', project.id] });
    },
  });
}
