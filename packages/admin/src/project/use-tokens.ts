import type { ApiTypes } from '@datocms/cma-client-browser';
import { useQuery } from '@tanstack/react-query';
import { useProject } from './project-context.ts';

export type AccessToken = ApiTypes.AccessToken;

/** The project's tokens. They belong to the project, not to an environment. */
export function useTokens() {
  const { client, project } = useProject();
  return useQuery({
    queryKey: ['project', project.id, 'tokens'],
    queryFn: () => client.accessTokens.list(),
  });
}
