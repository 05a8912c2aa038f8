import { buildClient } from '@datocms/dashboard-client';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findBarriers } from './find-barriers.ts';
import { CHROMIUM, visit } from './open-browser.ts';
import { type StartedAdmin, startAdmin } from './start-admin.ts';

describe.skipIf(CHROMIUM === undefined)('whoever runs a project', { timeout: 120_000 }, () => {
  let admin: StartedAdmin;
  beforeAll(async () => {
    admin = await startAdmin();
  });
  afterAll(() => admin.close());

  async function open(path: string, session = admin.session): Promise<Page> {
    const { page } = await visit(admin.browser, { session });
    await page.goto(`${admin.server.url}/p/field-notes/${path}`);
    return page;
  }

  async function act(page: Page, name: string, action: string): Promise<void> {
    await page.getByRole('button', { name: `Actions for ${name}` }).click();
    await page.getByRole('menuitem', { name: action }).click();
  }

  /** Takes an invitation up, as somebody without an account. */
  async function join(email: string): Promise<Page> {
    const role = (await admin.client.roles.list()).find(({ name }) => name === 'Editor');
    const { invitation_link: link } = await admin.client.siteInvitations.create({
      email,
      role: { type: 'role', id: role?.id ?? '' },
    });
    const { page: door } = await visit(admin.browser);
    const { pathname, search } = new URL(link ?? '');
    await door.goto(`${admin.server.url}${pathname}${search}`);
    await door.getByLabel('Password').fill('a sentence of hers');
    await door.getByRole('button', { name: 'Create account and join' }).click();
    await door.waitForURL('**/p/field-notes/editor**');
    return door;
  }

  test('invites somebody, sends the link again, and takes the invitation back', async () => {
    const page = await open('project_settings/users');
    await page.getByText('No invitation is pending.').waitFor();
    await page.getByRole('button', { name: 'Invite' }).click();
    await page.getByLabel('Email').fill('bob@example.com');
    await page.getByRole('button', { name: /Role/ }).click();
    await page.getByRole('option', { name: 'Editor' }).click();
    await page.getByRole('button', { name: 'Send invitation' }).click();
    await page.getByRole('button', { name: 'Show Invitation link' }).click();
    const shown = await page.getByRole('alertdialog').locator('code').textContent();
    expect(shown).toContain('/accept-invitation?');
    await page.getByRole('button', { name: 'Done' }).click();
    await act(page, 'bob@example.com', 'Send again');
    await page.getByRole('button', { name: 'Send new link' }).click();
    await page.getByRole('button', { name: 'Show Invitation link' }).click();
    expect(await page.getByRole('alertdialog').locator('code').textContent()).not.toBe(shown);
    await page.getByRole('button', { name: 'Done' }).click();
    await act(page, 'bob@example.com', 'Revoke');
    await page.getByRole('button', { name: 'Revoke invitation' }).click();
    await page.getByText('No invitation is pending.').waitFor();
    expect(await admin.client.siteInvitations.list()).toEqual([]);
  });

  test('sees who is there; a person without the right sees no invitations', async () => {
    const door = await join('eve@example.com');
    const page = await open('project_settings/users');
    await page.getByRole('row', { name: /eve@example.com.*Editor/ }).waitFor();
    await door.goto(`${admin.server.url}/p/field-notes/project_settings/users`);
    await door.getByRole('row', { name: /eve@example.com/ }).waitFor();
    await door.getByText('Not open to your role').waitFor();
    expect(await door.getByRole('button', { name: 'Invite' }).count()).toBe(0);
  });

  test('changes the role of a collaborator, switches the seat off, and removes it', async () => {
    await join('bob@example.com');
    const page = await open('project_settings/users');
    const row = page.getByRole('row', { name: /bob@example.com/ });
    await act(page, 'bob@example.com', 'Change role');
    await page.getByRole('button', { name: /Role/ }).click();
    await page.getByRole('option', { name: 'Admin' }).click();
    expect(await findBarriers(page)).toEqual([]);
    await page.getByRole('button', { name: 'Save role' }).click();
    await row.getByText('Admin').waitFor();
    await act(page, 'bob@example.com', 'Switch off');
    await page.getByRole('button', { name: 'Switch off' }).click();
    await row.getByText('Switched off').waitFor();
    await page.reload(); // the announcements of the lists above would be looked at, too
    await act(page, 'bob@example.com', 'Remove');
    expect(await findBarriers(page)).toEqual([]);
    await page.getByRole('button', { name: 'Remove from project' }).click();
    await row.waitFor({ state: 'detached' });
    expect((await admin.client.users.list()).map(({ email }) => email)).not.toContain('bob@example.com');
  });

  test('goes to another environment and back from the top bar, staying at what is open', async () => {
    await admin.client.environments.fork('main', { id: 'next' });
    const page = await open('project_settings/roles');
    await page.getByRole('button', { name: /Switch environment/ }).click();
    expect(await findBarriers(page)).toEqual([]);
    await page.getByRole('menuitemradio', { name: 'next' }).click();
    await page.waitForURL('**/p/field-notes/environments/next/project_settings/roles');
    await page.getByRole('button', { name: /next.*Switch environment/ }).click();
    await page.getByRole('menuitemradio', { name: 'main' }).click();
    await page.waitForURL('**/p/field-notes/project_settings/roles');
    await admin.client.environments.destroy('next');
  });

  test('makes and finds a project of an organization', async () => {
    await admin.dashboard(admin.session).organizations.create({ name: 'Meadow Press' });
    const { page } = await visit(admin.browser, { session: admin.session });
    await page.goto(`${admin.server.url}/?new`);
    await page.getByLabel('Name', { exact: true }).fill('Almanac');
    await page.getByRole('button', { name: /Owner/ }).click();
    await page.getByRole('option', { name: 'Meadow Press' }).click();
    await page.getByRole('button', { name: 'Create project' }).click();
    await page.waitForURL('**/configuration');
    await page.goto(admin.server.url);
    await page.getByRole('heading', { name: 'Meadow Press' }).waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await page.getByRole('link', { name: /Almanac/ }).click();
    await page.waitForURL('**/editor');
  });

  test('answers what another organization asks for', async () => {
    const own = admin.dashboard(admin.session);
    const [agency, client] = [
      await own.organizations.create({ name: 'Hedge Bureau' }),
      await own.organizations.create({ name: 'Hedge Owners' }),
    ];
    const as = (organization: string) =>
      buildClient({ apiToken: admin.session, baseUrl: admin.server.accountUrl, organization });
    const approver_organization = { type: 'organization' as const, id: client.id };
    await as(agency.id).organizationMandateRequests.create({ approver_organization });
    const { page } = await visit(admin.browser, { session: admin.session });
    await page.goto(admin.server.url);
    await page.getByText('Hedge Bureau asks to work for Hedge Owners').waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await page.getByRole('button', { name: 'Approve' }).click();
    await page.getByText('Waiting for your answer').waitFor({ state: 'detached' });
    expect(await as(client.id).organizationMandates.approvedList()).toHaveLength(1);
  });

  test('reads what the roles allow', async () => {
    const page = await open('project_settings/roles');
    const row = page.getByRole('row', { name: /^Admin/ });
    await row.getByText('Manage people and roles').waitFor();
    await row.getByText('Everything').waitFor();
  });

  test('forks, renames, promotes and destroys an environment, standing in it', async () => {
    await admin.client.itemTypes.create({ name: 'Article', api_key: 'article' });
    const page = await open('project_settings/environments');
    await act(page, 'main', 'Fork');
    await page.getByLabel('Name', { exact: true }).fill('Not A Name');
    await page.getByRole('button', { name: 'Fork environment' }).click();
    await page.getByText('Use up to 60 small letters').waitFor();
    await page.getByLabel('Name', { exact: true }).fill('try-out');
    await page.getByRole('button', { name: 'Fork environment' }).click();
    await page.getByRole('row', { name: /try-out.*Ready/ }).waitFor();
    await act(page, 'try-out', 'Open');
    await page.waitForURL('**/environments/try-out/editor**');
    await page.goto(`${admin.server.url}/p/field-notes/environments/try-out/project_settings/environments`);
    await act(page, 'try-out', 'Rename');
    await page.getByLabel('Name', { exact: true }).fill('spring');
    await page.getByRole('button', { name: 'Rename environment' }).click();
    await page.waitForURL('**/environments/spring/project_settings/environments');
    await act(page, 'spring', 'Promote');
    await page.getByText('reads and writes spring instead of main').waitFor();
    await page.getByRole('button', { name: 'Promote environment' }).click();
    await page.getByRole('row', { name: /spring\s*primary/ }).waitFor();
    await page.goto(`${admin.server.url}/p/field-notes/environments/main/project_settings/environments`);
    await act(page, 'main', 'Destroy');
    await page.getByText('It holds 0 records, 1 model or block and 0 assets.').waitFor();
    await page.getByRole('button', { name: 'Destroy environment' }).click();
    await page.waitForURL('**/p/field-notes/project_settings/environments');
    await page.getByRole('row', { name: /^main/ }).waitFor({ state: 'detached' });
    expect((await admin.client.environments.list()).map(({ id }) => id)).toEqual(['spring']);
  });
});
