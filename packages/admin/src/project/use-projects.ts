import type { ApiTypes } from '@datocms/dashboard-client';
import { useQuery } from '@tanstack/react-query';
import { dashboardClient } from '#server/dashboard-client.ts';
import { useSessionToken } from '#session/session.ts';

export type Project = ApiTypes.Site;

/** The projects of whoever is signed in, by name. */
export function useProjects() {
  const token = useSessionToken();
  return useQuery({
    queryKey: ['projects'],
    enabled: token !== null,
    queryFn: async () => {
      const projects: Project[] = [];
      for await (const project of dashboardClient().sites.listPagedIterator()) projects.push(project);
      return projects.sort((one, other) => one.name.localeCompare(other.name));
    },
  });
}

/** The segment after `/p/`. */
export function projectName(project: Project): string {
  return project.internal_subdomain ?? project.id;
}
