import { buildClient, type Client } from '@datocms/cma-client-browser';
import type { Project } from '#project/use-projects.ts';
import { ENDPOINTS } from './endpoints.ts';

/** Speaks to the Content Management API of one project and environment, as whoever is signed in: the project's
 *  access token is their session in it. */
export function projectClient(project: Project, environment: string | undefined): Client {
  return buildClient({
    apiToken: project.access_token,
    baseUrl: ENDPOINTS.siteApi,
    ...(environment === undefined ? {} : { environment }),
  });
}
