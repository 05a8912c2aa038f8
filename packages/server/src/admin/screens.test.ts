import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findBarriers } from './find-barriers.ts';
import { CHROMIUM, visit } from './open-browser.ts';
import { type StartedAdmin, startAdmin } from './start-admin.ts';

const SCREENS = [
  '/',
  '/?new',
  '/p/field-notes/editor',
  '/p/field-notes/media/assets',
  '/p/field-notes/schema',
  '/p/field-notes/configuration',
  '/p/field-notes/project_settings/access_tokens',
  '/p/field-notes/project_settings/access_tokens?new',
  '/p/field-notes/project_settings/environments',
  '/p/field-notes/project_settings/users',
  '/p/field-notes/project_settings/roles',
  '/p/field-notes/project_settings/usages',
  '/p/field-notes/project_settings/sso-users',
  '/account',
  '/accept-invitation',
  '/confirm-email-change?account_id=1&token=x',
  '/reset-password?account_id=1&token=x',
  '/p/field-notes/cda-explorer',
];

describe.skipIf(CHROMIUM === undefined)('the screens of a project', { timeout: 120_000 }, () => {
  let admin: StartedAdmin;
  beforeAll(async () => {
    admin = await startAdmin();
    const article = await admin.client.itemTypes.create({ name: 'Article', api_key: 'article' });
    await admin.client.fields.create(article, { label: 'Title', api_key: 'title', field_type: 'string' });
    const item_type = { type: 'item_type' as const, id: article.id };
    await admin.client.items.create({ item_type, title: 'How a hedge grows old' });
    await admin.client.environments.fork('main', { id: 'try-out' });
  });
  afterAll(() => admin.close());

  async function open(path: string, options = {}) {
    const visitor = await visit(admin.browser, { session: admin.session, ...options });
    await visitor.page.goto(`${admin.server.url}${path}`);
    await visitor.page.waitForLoadState('networkidle');
    return visitor;
  }

  test.each(SCREENS)(
    '%s has no barriers in either scheme, and fits a screen of 320 pixels',
    async (screen) => {
      const { page, problems } = await open(screen, { colorScheme: 'light' });
      await page.getByRole('heading').first().waitFor({ state: 'attached' });
      expect(await findBarriers(page)).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await findBarriers(page)).toEqual([]);
      await page.setViewportSize({ width: 320, height: 640 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      expect(problems).toEqual([]);
      await page.context().close();
    },
  );

  test('records are listed by model and opened by their address', async () => {
    const { page } = await open('/p/field-notes/editor');
    await page.getByRole('link', { name: 'How a hedge grows old' }).click();
    await page.getByRole('heading', { name: 'How a hedge grows old' }).waitFor();
    expect(page.url()).toMatch(/\/editor\/item_types\/[^/]+\/items\/[^/]+\/edit$/);
  });

  test('the explorer answers the first query as soon as it is run', async () => {
    const { page } = await open('/p/field-notes/cda-explorer');
    await page.getByLabel('Query', { exact: true }).getByText('allArticles').first().waitFor();
    await page.getByRole('button', { name: 'Run' }).click();
    await page.getByRole('region', { name: 'Result' }).getByText('How a hedge grows old').waitFor();
  });

  test('a token is made for a program, changed by rotation, and taken back', async () => {
    const { page } = await open('/p/field-notes/project_settings/access_tokens');
    await page.getByRole('button', { name: 'New token' }).click();
    await page.getByLabel('Name', { exact: true }).fill('Website');
    await page.getByRole('button', { name: /Role/ }).click();
    await page.getByRole('option', { name: 'Editor' }).click();
    await page.getByRole('button', { name: 'Create token' }).click();
    const row = page.getByRole('row', { name: /Website/ });
    await row.getByRole('button', { name: 'Show Website' }).click();
    const first = await row.locator('code').first().textContent();
    expect(await statusOf(first)).toBe(200);
    await chooseAction(page, 'Rotate');
    await page.getByRole('button', { name: 'Rotate token' }).click();
    await page.getByText('Website has a new secret').waitFor();
    expect(await statusOf(first)).toBe(401);
    await chooseAction(page, 'Delete');
    await page.getByRole('button', { name: 'Delete token' }).click();
    await row.waitFor({ state: 'detached' });
    expect((await admin.client.accessTokens.list()).map(({ name }) => name)).not.toContain('Website');
  });

  test('the command palette goes to a model by a few letters, and the keyboard is enough for it', async () => {
    const { page } = await open('/p/field-notes/configuration');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('artic');
    await page.getByRole('menuitem', { name: /Article/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/editor/item_types/*/items');
  });

  test('after a link is followed, the next Tab goes into the new screen', async () => {
    const { page } = await open('/p/field-notes/configuration');
    await page.getByRole('link', { name: 'API tokens' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'API tokens' }).waitFor();
    await page.locator('#main:focus').waitFor();
    expect(await page.title()).toBe('API tokens · Recto');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'New API token' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'New token' }).and(page.locator(':focus')).waitFor();
  });

  test.each([
    ['/p/field-notes/environments/main/schema', /environments\/main\/schema\/item_types\//],
    ['/p/field-notes/admin/access_tokens', /\/p\/field-notes\/project_settings\/access_tokens$/],
    ['/p/field-notes', /\/editor\/item_types\//],
  ])('%s leads to where its screen is', async (path, address) => {
    const { page } = await open(path);
    await page.waitForURL(address);
  });

  test('an address without a project asks which one is meant', async () => {
    await admin.dashboard(admin.session).sites.create({ name: 'Second', internal_subdomain: 'second' });
    const { page } = await open('/schema');
    await page.getByRole('link', { name: 'Second' }).click();
    await page.waitForURL('**/p/second/schema');
  });

  async function statusOf(token: string | null): Promise<number> {
    const response = await fetch(admin.server.graphqlUrl, {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ query: '{ _site { locales } }' }),
    });
    return response.status;
  }
});

async function chooseAction(page: Page, action: string): Promise<void> {
  await page.getByRole('button', { name: 'Actions for Website' }).click();
  await page.getByRole('menuitem', { name: action }).click();
}
