import { ENDPOINTS } from '#server/endpoints.ts';
import { useProject } from './project-context.ts';
import type { SnippetPlace } from './snippets.ts';

/** Snippets are filled in with this project's own values; a token of the right reach is chosen for each. */
export function useSnippetPlace(reach: 'read' | 'write'): SnippetPlace {
  const { project, environment } = useProject();
  const token =
    reach === 'read' ? (project.readonly_token ?? project.readwrite_token) : project.readwrite_token;
  return {
    siteApi: ENDPOINTS.siteApi,
    graphql: ENDPOINTS.graphql,
    token: token ?? 'YOUR_TOKEN',
    environment,
  };
}
