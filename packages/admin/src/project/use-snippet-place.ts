import { ENDPOINTS } from '#server/endpoints.ts';
import { useProject } from './project-context.ts';
import type { SnippetPlace } from './snippets.ts';
import { type AccessToken, useTokens } from './use-tokens.ts';

/** Snippets are filled in with this project's own values, and with the least token that is enough for them. */
export function useSnippetPlace(reach: 'read' | 'write'): SnippetPlace & { secret: string | undefined } {
  const { project, environment } = useProject();
  const tokens = useTokens();
  const known = reach === 'read' ? project.readonly_token : project.readwrite_token;
  const secret =
    known ?? tokens.data?.find((token) => token.token && isEnough(token, reach))?.token ?? undefined;
  return {
    siteApi: ENDPOINTS.siteApi,
    graphql: ENDPOINTS.graphql,
    token: secret ?? 'YOUR_TOKEN',
    secret,
    environment,
  };
}

function isEnough(token: AccessToken, reach: 'read' | 'write'): boolean {
  return reach === 'read'
    ? token.can_access_cda
    : token.can_access_cma && token.hardcoded_type !== 'readonly';
}
