import type { Installation } from './first-start.ts';

/** What a person reads after the start. The token is shown once, by the start that made it. */
export function welcomeText(url: string, { hasOwner, readOnlyToken, secondFactor }: Installation): string {
  return [
    '',
    `  Recto is running at ${url}`,
    '',
    hasOwner ? `  Sign in at ${url}` : `  Open ${url} in a browser to make the owner's account.`,
    ...(secondFactor === null
      ? []
      : [`  The second factor of RECTO_RESET_2FA ${secondFactor}. Start without that setting from now on.`]),
    ...(readOnlyToken === null ? [] : firstSteps(url, readOnlyToken)),
    '',
  ].join('\n');
}

function firstSteps(url: string, token: string): string[] {
  return [
    '',
    '  A first project is there. Its read-only API token:',
    '',
    `    ${token}`,
    '',
    '  Ask it something:',
    '',
    `    curl ${url}/graphql -H 'Authorization: Bearer ${token}' \\`,
    `      -H 'Content-Type: application/json' -d '{"query":"{ _site { locales } }"}'`,
  ];
}
