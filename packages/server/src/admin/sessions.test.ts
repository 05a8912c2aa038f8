import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHROMIUM, visit } from './open-browser.ts';
import { fillSignIn, OWNER, type StartedAdmin, startAdmin } from './start-admin.ts';

describe.skipIf(CHROMIUM === undefined)('a person at the door', { timeout: 90_000 }, () => {
  let admin: StartedAdmin;
  beforeAll(async () => {
    admin = await startAdmin();
  });
  afterAll(() => admin.close());

  test('is not let in with a wrong password, and learns why', async () => {
    const { page } = await visit(admin.browser);
    await page.goto(`${admin.server.url}/welcome`);
    await page.waitForURL('**/sign-in');
    await page.getByLabel('Email').fill(OWNER.email);
    await page.getByLabel('Password').fill('wrong');
    await page.getByRole('button', { name: 'Sign in' }).click();
    expect(await page.getByRole('alert').textContent()).toContain('No account has this email and password.');
  });

  test('comes to the address that was asked for, also when the session ends meanwhile', async () => {
    const { page } = await visit(admin.browser);
    await page.goto(`${admin.server.url}/p/field-notes/project_settings/access_tokens`);
    await page.waitForURL('**/sign-in?next=*');
    await fillSignIn(page);
    await page.getByRole('heading', { name: 'API tokens' }).waitFor();
    const token = await page.evaluate(() => JSON.parse(localStorage.getItem('recto.session') ?? '{}').token);
    await admin.dashboard(token).request({ method: 'DELETE', url: '/session' });
    await page.reload();
    await page.getByText('Your session has ended').waitFor();
    await fillSignIn(page);
    await page.getByRole('heading', { name: 'API tokens' }).waitFor();
  });

  test('signs out here and on the server', async () => {
    const session = await admin.openSession();
    const { page } = await visit(admin.browser, { session });
    await page.goto(admin.server.url);
    await page.getByRole('button', { name: 'Account' }).click();
    const closed = page.waitForResponse((response) => response.url().endsWith('/account-api/session'));
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    expect((await closed).status()).toBe(204);
    await expect(admin.dashboard(session).account.find()).rejects.toThrow('401');
  });
});
