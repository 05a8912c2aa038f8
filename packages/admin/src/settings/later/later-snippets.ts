import type { SnippetPlace } from '#project/snippets.ts';

export type LaterSubject = 'ssoUsers' | 'plugins';

/** What the API answers today about a subject that has no screen yet. */
const PATHS: Record<LaterSubject, string> = {
  ssoUsers: 'roles',
  plugins: 'site',
};

export function laterSnippet({ siteApi, token }: SnippetPlace, subject: LaterSubject): string {
  return `curl ${siteApi}/${PATHS[subject]} \\
  -H 'Authorization: Bearer ${token}' \\
  -H 'Accept: application/json' \\
  -H 'X-Api-Version: 3'
`;
}
