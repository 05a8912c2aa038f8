import { buildClient } from '@datocms/dashboard-client';
import { expect, test } from 'vitest';
import { startTestServer } from '#testing/test-server.ts';
import { CHROMIUM, openBrowser, visit } from './open-browser.ts';

// Without a browser on the machine there is nothing to drive.
test.skipIf(CHROMIUM === undefined)(
  'the first visitor makes the owner, then a project, and reads how to connect',
  { timeout: 90_000 },
  async () => {
    await using server = closing(await startTestServer());
    await using browser = closing(await openBrowser());
    const { page, problems } = await visit(browser);
    await page.goto(server.url);
    await page.waitForURL('**/welcome');
    await page.getByLabel('Email').fill('ada@example.com');
    await page.getByLabel('Password').fill('short');
    await page.getByRole('button', { name: 'Create account' }).click();
    await page.getByText('Use at least 8 characters.').waitFor();
    await page.getByLabel('Password').fill('a sentence is fine here');
    await page.getByRole('button', { name: 'Create account' }).click();
    await page.getByRole('heading', { name: 'Projects' }).waitFor();
    await page.getByRole('button', { name: 'New project' }).first().click();
    await page.getByLabel('Name', { exact: true }).fill('Field notes');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Connect' }).waitFor();
    expect(page.url()).toContain('/p/field-notes');
    const snippet = page.getByRole('region', { name: 'cda-client' });
    expect(await snippet.textContent()).toContain(server.graphqlUrl);
    expect(problems).toEqual([]);
    const setup = await buildClient({ apiToken: null, baseUrl: server.accountUrl }).request<{ data: object }>(
      {
        method: 'GET',
        url: '/setup',
      },
    );
    expect(setup.data).toMatchObject({ attributes: { has_owner: true } });
  },
);

function closing<Open extends { close(): Promise<void> }>(open: Open): Open & AsyncDisposable {
  return Object.assign(open, { [Symbol.asyncDispose]: () => open.close() });
}
