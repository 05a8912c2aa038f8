import { buildClient as buildProjectClient } from '@datocms/cma-client-node';
import { buildClient, type Client } from '@datocms/dashboard-client';
import type { Browser, Page } from 'playwright-core';
import { startTestServer } from '#testing/test-server.ts';
import { openBrowser } from './open-browser.ts';

export const OWNER = { email: 'ada@example.com', password: 'a sentence is fine here' };

export type StartedAdmin = Awaited<ReturnType<typeof startAdmin>>;

/** A server with an owner and a project at `/p/field-notes`, and a browser to look at it. */
export async function startAdmin() {
  const [server, browser] = await Promise.all([startTestServer(), openBrowser()]);
  const dashboard = (token: string | null): Client =>
    buildClient({ apiToken: token, baseUrl: server.accountUrl, autoRetry: false });
  await dashboard(null).account.create(OWNER);
  const openSession = async () => {
    const body = { data: { type: 'email_credentials' as const, attributes: OWNER } };
    return (await dashboard(null).session.rawCreate(body)).data.id;
  };
  const session = await openSession();
  const project = { name: 'Field notes', internal_subdomain: 'field-notes' };
  const { access_token: apiToken } = await dashboard(session).sites.create(project);
  return {
    server,
    browser,
    session,
    openSession,
    dashboard,
    client: buildProjectClient({ apiToken, baseUrl: server.cmaUrl, autoRetry: false }),
    close: () => closeBoth(server, browser),
  };
}

export async function fillSignIn(page: Page): Promise<void> {
  await page.getByLabel('Email').fill(OWNER.email);
  await page.getByLabel('Password').fill(OWNER.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

async function closeBoth(server: { close(): Promise<void> }, browser: Browser): Promise<void> {
  await browser.close();
  await server.close();
}
