import { buildClient } from '@datocms/dashboard-client';

export interface ProjectTokens {
  /** For the Content Management API. */
  cma: string;
  /** For the delivery API. */
  cda: string;
}

interface Credentials {
  token?: string | undefined;
  email?: string | undefined;
  password?: string | undefined;
}

/** The tokens of the project given, or of one that is made in the account given. */
export async function openProject(
  url: string,
  { token, email, password }: Credentials,
): Promise<ProjectTokens> {
  if (token) return { cma: token, cda: token };
  if (!email || !password) throw new Error('Give --token, or --email and --password.');
  const baseUrl = `${url}/account-api`;
  const session = await buildClient({ apiToken: null, baseUrl }).session.rawCreate({
    data: { type: 'email_credentials', attributes: { email, password } },
  });
  const account = buildClient({ apiToken: session.data.id, baseUrl });
  const site = await account.sites.create({ name: 'Schema comparison' });
  if (!site.access_token || !site.readonly_token) throw new Error('The project came without tokens.');
  return { cma: site.access_token, cda: site.readonly_token };
}
