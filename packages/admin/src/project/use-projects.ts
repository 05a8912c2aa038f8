import type { ApiTypes } from '@datocms/dashboard-client';
import { useQuery } from '@tanstack/react-query';
import { dashboardClient } from '#server/dashboard-client.ts';
import { useSessionToken } from '#session/session.ts';
import { organizationsQuery } from './use-organizations.ts';

export type Project = ApiTypes.Site;

/** The projects that whoever is signed in may enter, by name: their own, those they have a seat in, and those of
 *  their organizations and of the clients of these. */
export function useProjects() {
  const token = useSessionToken();
  return useQuery({
    queryKey: ['projects'],
    enabled: token !== null,
    queryFn: async ({ client }) => {
      const organizations = await client.fetchQuery(organizationsQuery);
      const lists = await Promise.all([undefined, ...organizations.map(({ id }) => id)].map(listProjects));
      const projects = new Map(lists.flat().map((project) => [project.id, project]));
      return [...projects.values()].sort((one, other) => one.name.localeCompare(other.name));
    },
  });
}

async function listProjects(organization: string | undefined): Promise<Project[]> {
  const projects: Project[] = [];
  for await (const project of dashboardClient(organization).sites.listPagedIterator()) projects.push(project);
  return projects;
}

/** The segment after `/p/`. */
export function projectName(project: Project): string {
  return project.internal_subdomain ?? project.id;
}
