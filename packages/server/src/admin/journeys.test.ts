import { buildClient, type Client } from '@datocms/dashboard-client';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '#testing/test-server.ts';
import { CHROMIUM, openBrowser, visit } from './open-browser.ts';

const OWNER = { email: 'ada@example.com', password: 'a sentence is fine here' };

let server: TestServer;
let browser: Browser;

beforeAll(async () => {
  if (CHROMIUM === undefined) return;
  [server, browser] = await Promise.all([startTestServer(), openBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

// Without a browser on the machine there is nothing to drive.
describe.skipIf(CHROMIUM === undefined)('a person in a browser', { timeout: 60_000 }, () => {
  test('makes the owner on the first visit, then a project, and reads how to connect', async () => {
    const { page, problems } = await visit(browser);
    await page.goto(server.url);
    await page.waitForURL('**/welcome');
    await page.getByLabel('Email').fill(OWNER.email);
    await page.getByLabel('Password').fill(OWNER.password);
    await page.getByRole('button', { name: 'Create account' }).click();
    await page.getByRole('heading', { name: 'Projects' }).waitFor();
    await page.getByRole('button', { name: 'New project' }).click();
    await page.getByLabel('Name', { exact: true }).fill('Field notes');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Connect' }).waitFor();
    expect(page.url()).toContain('/p/field-notes');
    expect(await page.getByRole('region', { name: 'cda-client' }).textContent()).toContain(server.graphqlUrl);
    expect(problems).toEqual([]);
    const { data } = await signIn();
    expect((await dashboard(data.id).sites.list()).map(({ name }) => name)).toContain('Field notes');
  });

  test('is not let in with a wrong password, and learns why', async () => {
    const { page } = await visit(browser);
    await page.goto(`${server.url}/welcome`);
    await page.waitForURL('**/sign-in');
    await page.getByLabel('Email').fill(OWNER.email);
    await page.getByLabel('Password').fill('wrong');
    await page.getByRole('button', { name: 'Sign in' }).click();
    expect(await page.getByRole('alert').textContent()).toContain('No account has this email and password.');
  });

  test('comes back to the same address after signing in, also when the session has ended meanwhile', async () => {
    const { page } = await visit(browser);
    await page.goto(`${server.url}/p/field-notes/project_settings/access_tokens`);
    await page.waitForURL('**/sign-in?next=*');
    await fillSignIn(page);
    await page.getByRole('heading', { name: 'API tokens' }).waitFor();
    const token = await page.evaluate(() => JSON.parse(localStorage.getItem('recto.session') ?? '{}').token);
    await dashboard(token).request({ method: 'DELETE', url: '/session' });
    await page.reload();
    await page.getByText('Your session has ended').waitFor();
    await fillSignIn(page);
    await page.getByRole('heading', { name: 'API tokens' }).waitFor();
  });

  test('signs out, and the session is gone from the server too', async () => {
    const { data } = await signIn();
    const { page } = await visit(browser, { session: data.id });
    await page.goto(server.url);
    await page.getByRole('button', { name: 'Account' }).click();
    const gone = page.waitForResponse(({ url }) => url().endsWith('/account-api/session'));
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    expect((await gone).status()).toBe(204);
    await expect(dashboard(data.id).account.find()).rejects.toThrow('401');
  });
});

function dashboard(token: string | null): Client {
  return buildClient({ apiToken: token, baseUrl: server.accountUrl, autoRetry: false });
}

function signIn() {
  return dashboard(null).session.rawCreate({ data: { type: 'email_credentials', attributes: OWNER } });
}

async function fillSignIn(page: Awaited<ReturnType<typeof visit>>['page']) {
  await page.getByLabel('Email').fill(OWNER.email);
  await page.getByLabel('Password').fill(OWNER.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}
