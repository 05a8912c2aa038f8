import { buildClient as buildProjectClient } from '@datocms/cma-client-node';
import { buildClient } from '@datocms/dashboard-client';
import { type TOTP, URI } from 'otpauth';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHROMIUM, visit } from './open-browser.ts';
import { type StartedAdmin, startAdmin } from './start-admin.ts';

const PASSWORD = 'another sentence, also fine';

describe.skipIf(CHROMIUM === undefined)('a person with an account', { timeout: 120_000 }, () => {
  let admin: StartedAdmin;
  beforeAll(async () => {
    admin = await startAdmin();
  });
  afterAll(() => admin.close());

  /** The link in the newest mail to an address, as a path of the server under test. */
  async function linkTo(email: string): Promise<string> {
    const find = () => admin.server.mails.findLast(({ to }) => to === email)?.text.match(/https?:\S+/)?.[0];
    await expect.poll(find, { timeout: 10_000 }).toBeDefined();
    const { pathname, search } = new URL(find() ?? '');
    return `${admin.server.url}${pathname}${search}`;
  }

  async function invite(email: string): Promise<string> {
    const role = (await admin.client.roles.list()).find(({ name }) => name === 'Editor');
    await admin.client.siteInvitations.create({ email, role: { type: 'role', id: role?.id ?? '' } });
    return linkTo(email);
  }

  /** Somebody new, in the project and at a browser. */
  async function join(email: string): Promise<Page> {
    const link = await invite(email);
    const { page } = await visit(admin.browser);
    await page.goto(link);
    await page.getByLabel('Password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Create account and join' }).click();
    await page.waitForURL('**/p/field-notes/editor**');
    return page;
  }

  async function signIn(page: Page, email: string, password = PASSWORD): Promise<void> {
    await page.getByLabel('Email').fill(email);
    await page.getByLabel('Password').fill(password);
    await page.getByRole('button', { name: 'Sign in' }).click();
  }

  test('comes by an invitation into its project, and the link is good once', async () => {
    const link = await invite('bob@example.com');
    const { page, problems } = await visit(admin.browser);
    await page.goto(link);
    expect(await page.getByLabel('Email').inputValue()).toBe('bob@example.com');
    await page.getByLabel('First name').fill('Bob');
    await page.getByLabel('Password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Create account and join' }).click();
    await page.waitForURL('**/p/field-notes/editor**');
    await page.getByText('You joined Field notes').waitFor();
    await page.goto(link);
    await page.getByRole('button', { name: 'Accept invitation' }).click();
    await page.getByRole('heading', { name: 'This invitation is not good any more' }).waitFor();
    expect(problems).toEqual([]);
  });

  test('who has an account joins another project by signing in', async () => {
    const page = await join('carol@example.com');
    const { access_token: apiToken } = await admin
      .dashboard(admin.session)
      .sites.create({ name: 'Winter issue', internal_subdomain: 'winter-issue' });
    const winter = buildProjectClient({ apiToken, baseUrl: admin.server.cmaUrl });
    const [role] = await winter.roles.list();
    const before = admin.server.mails.length;
    await winter.siteInvitations.create({
      email: 'carol@example.com',
      role: { type: 'role', id: role?.id ?? '' },
    });
    await expect.poll(() => admin.server.mails.length).toBeGreaterThan(before);
    await page.evaluate(() => localStorage.clear());
    await page.goto(await linkTo('carol@example.com'));
    await page.getByRole('tab', { name: 'I have an account' }).click();
    await page.getByLabel('Password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.waitForURL('**/p/winter-issue/editor**');
  });

  test('joins an organization, with an account made for it', async () => {
    const { id: organization } = await admin
      .dashboard(admin.session)
      .organizations.create({ name: 'Hedge press' });
    const members = buildClient({
      apiToken: admin.session,
      organization,
      baseUrl: admin.server.accountUrl,
    });
    const role = (await members.organizationRoles.list()).at(-1);
    await members.organizationInvitations.create({
      email: 'dan@example.com',
      role: { type: 'organization_role', id: role?.id ?? '' },
    });
    const { page } = await visit(admin.browser);
    await page.goto(await linkTo('dan@example.com'));
    await page.getByLabel('Password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Create account and join' }).click();
    await page.getByText('You joined Hedge press').waitFor();
  });

  test('who forgot the password sets a new one by mail', async () => {
    await join('eve@example.com');
    const { page } = await visit(admin.browser);
    await page.goto(`${admin.server.url}/sign-in`);
    await page.getByRole('link', { name: 'Forgot your password?' }).click();
    const before = admin.server.mails.length;
    await page.getByLabel('Email').fill('eve@example.com');
    await page.getByRole('button', { name: 'Send link' }).click();
    await page.getByRole('heading', { name: 'Look into your mail' }).waitFor();
    await expect.poll(() => admin.server.mails.length).toBeGreaterThan(before);
    const link = await linkTo('eve@example.com');
    await page.goto(link);
    await page.getByLabel('New password').fill('a third sentence');
    await page.getByRole('button', { name: 'Set password and sign in' }).click();
    await page.getByRole('heading', { name: 'Projects' }).waitFor();
    await page.goto(link);
    await page.getByLabel('New password').fill('a fourth sentence');
    await page.getByRole('button', { name: 'Set password and sign in' }).click();
    await page.getByText('This link is not good any more').waitFor();
    await page.getByRole('button', { name: 'Ask for a new link' }).waitFor();
  });

  test('changes the address, and signs in with it once it is confirmed', async () => {
    const page = await join('fay@example.com');
    await page.getByRole('button', { name: 'Account' }).click();
    await page.getByRole('menuitem', { name: 'Your account' }).click();
    await page.getByLabel('New email').fill('fay@example.org');
    await page.getByLabel('Current password').fill('wrong');
    await page.getByRole('button', { name: 'Change email' }).click();
    await page.getByRole('alert').getByText('Current password').waitFor();
    await page.getByLabel('Current password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Change email' }).click();
    await page.getByText('Until it is opened, you sign in as before.').waitFor();
    await page.goto(await linkTo('fay@example.org'));
    await page.getByRole('button', { name: 'Confirm address' }).click();
    await page.getByRole('heading', { name: 'Your account' }).waitFor();
    await page.getByText('fay@example.org').first().waitFor();
  });

  test('turns the second factor on, signs in with the app and with a backup code, and turns it off', async () => {
    const page = await join('gus@example.com');
    await page.goto(`${admin.server.url}/account`);
    await page.getByRole('button', { name: 'Turn on' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('img', { name: 'QR code' }).waitFor();
    await dialog.getByRole('button', { name: 'Show Secret' }).click();
    const secret = (await dialog.locator('code').textContent()) ?? '';
    const totp = URI.parse(`otpauth://totp/Recto?secret=${secret}`) as TOTP;
    const code = (steps: number) => totp.generate({ timestamp: Date.now() + steps * 30_000 });
    await dialog.getByLabel('Current password').fill(PASSWORD);
    await dialog.getByLabel('Code from the app').fill(code(-1));
    await dialog.getByRole('button', { name: 'Turn on' }).click();
    const codes = page.getByRole('list', { name: 'Backup codes' });
    await codes.waitFor();
    const [first = ''] = await codes.getByRole('listitem').allTextContents();
    await page.getByRole('button', { name: 'I have kept them' }).click();
    await page.getByText('On', { exact: true }).waitFor();

    for (const shown of [code(0), first]) {
      await page.evaluate(() => localStorage.clear());
      await page.goto(`${admin.server.url}/sign-in`);
      await signIn(page, 'gus@example.com');
      await page.getByLabel('Code').fill('000000');
      await page.getByRole('button', { name: 'Confirm' }).click();
      await page.getByText('This code is not right').waitFor();
      await page.getByLabel('Code').fill(shown);
      await page.getByRole('button', { name: 'Confirm' }).click();
      await page.getByRole('heading', { name: 'Projects' }).waitFor();
    }

    await page.goto(`${admin.server.url}/account`);
    await page.getByRole('button', { name: 'Turn off' }).click();
    await page.getByRole('alertdialog').getByLabel('Current password').fill(PASSWORD);
    await page.getByRole('alertdialog').getByLabel('Code').fill(code(1));
    await page.getByRole('alertdialog').getByRole('button', { name: 'Turn off' }).click();
    await page.getByText('Off', { exact: true }).waitFor();
  });
});
