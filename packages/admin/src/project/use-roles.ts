import type { ApiTypes } from '@datocms/cma-client-browser';
import { useQuery } from '@tanstack/react-query';
import { useProject } from './project-context.ts';

export type Role = ApiTypes.Role;

/** The project's roles. They belong to the project, not to an environment. */
export function useRoles() {
  const { client, project } = useProject();
  return useQuery({ queryKey: ['project', project.id, 'roles'], queryFn: () => client.roles.list() });
}
