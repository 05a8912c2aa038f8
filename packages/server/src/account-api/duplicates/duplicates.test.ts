import type { Client as ProjectClient } from '@datocms/cma-client-node';
import { newId } from '@recto/content/id';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildModel } from '#api/items/testing.ts';
import { hashToken } from '#secrets/secret.ts';
import { codesOf } from '#testing/codes-of.ts';
import { startTestServer, type TestServer } from '#testing/test-server.ts';
import { findAccountByEmail } from '../account/table.ts';
import { destroySites } from '../closing/destroy-sites.ts';
import { buildOrganization, buildPerson, joinOrganization, type Person, projectClient } from '../testing.ts';
import { beginDuplicate } from './begin-duplicate.ts';

let server: TestServer;
let owner: Person;

beforeAll(async () => {
  server = await startTestServer();
  owner = await buildPerson(server);
});
afterAll(() => server.close());

async function buildProject() {
  const site = await owner.own.sites.create({ name: 'Blueprint' });
  return { id: site.id, client: projectClient(server, site.access_token) };
}

async function duplicate(siteId: string, attributes: { name: string; ignore_content?: boolean }) {
  const body = { data: { type: 'site' as const, attributes } };
  const { data } = await owner.own.sites.rawDuplicate(siteId, body);
  const { access_token } = await owner.own.sites.find(data.id);
  return { id: data.id, site: data, client: projectClient(server, access_token) };
}

async function buildUpload(client: ProjectClient, content: string) {
  const request = await client.uploadRequest.create({ filename: 'note.txt' });
  await fetch(request.url, { method: 'PUT', body: content });
  return client.uploads.create({ path: request.id });
}

describe('a duplicate of a project', () => {
  it('has the same models and records under the same ids, made by its owner', async () => {
    const source = await buildProject();
    const model = await buildModel(source.client);
    const record = await source.client.items.create({ item_type: model.ref, title: 'a' });
    await source.client.items.update(record.id, { title: 'b' });
    const copy = await duplicate(source.id, { name: 'Copy' });
    expect(copy.site.attributes).toMatchObject({ name: 'Copy', status: 'ready' });
    const copied = await copy.client.items.find(record.id);
    expect(copied).toMatchObject({ title: 'b', item_type: { id: model.ref.id } });
    expect(copied.creator?.type).toBe('account');
    expect(await copy.client.itemVersions.list(record.id)).toHaveLength(2);
    await copy.client.items.update(record.id, { title: 'c' });
    expect((await source.client.items.find(record.id)).title).toBe('b');
  });

  it('has files of its own', async () => {
    const source = await buildProject();
    const upload = await buildUpload(source.client, 'a file');
    const copy = await duplicate(source.id, { name: 'Copy' });
    await source.client.uploads.destroy(upload.id);
    const copied = await copy.client.uploads.find(upload.id);
    expect(copied.path).toContain(`/${copy.id}/`);
    expect(await (await fetch(copied.url)).text()).toBe('a file');
  });

  it('has nothing but models, menus and settings when content is left out', async () => {
    const source = await buildProject();
    const model = await buildModel(source.client);
    await source.client.items.create({ item_type: model.ref, title: 'a' });
    const { id } = await buildUpload(source.client, 'a file');
    await source.client.site.update({ favicon: id });
    const copy = await duplicate(source.id, { name: 'Copy', ignore_content: true });
    expect(await copy.client.items.list()).toEqual([]);
    expect(await copy.client.uploads.list()).toEqual([]);
    expect((await copy.client.site.find()).favicon).toBeNull();
    expect(await copy.client.itemTypes.find(model.ref.id)).toMatchObject({ id: model.ref.id });
    expect(await copy.client.menuItems.list()).toEqual(await source.client.menuItems.list());
  });

  it('has the roles with what they say of the primary environment, and neither sandboxes nor tokens', async () => {
    const source = await buildProject();
    const [, editor] = await source.client.roles.list();
    await source.client.roles.create({
      name: 'Chief',
      inherits_permissions_from: [{ type: 'role', id: editor?.id ?? '' }],
    });
    await source.client.environments.fork('main', { id: 'next' });
    await source.client.accessTokens.create({
      name: 'Robot',
      can_access_cda: true,
      can_access_cda_preview: true,
      can_access_cma: true,
      role: { type: 'role', id: editor?.id ?? '' },
    });
    const copy = await duplicate(source.id, { name: 'Copy' });
    expect((await copy.client.environments.list()).map(({ id }) => id)).toEqual(['main']);
    expect(await copy.client.accessTokens.list()).toMatchObject([{ hardcoded_type: 'readonly' }]);
    const roles = new Map((await copy.client.roles.list()).map((role) => [role.name, role]));
    expect([...roles.keys()].sort()).toEqual(['Admin', 'Chief', 'Editor']);
    const copied = roles.get('Editor');
    expect(roles.get('Chief')?.inherits_permissions_from).toEqual([{ type: 'role', id: copied?.id }]);
    expect(copied?.positive_item_type_permissions.map((rule) => rule.environment)).toEqual(['main']);
  });

  it('belongs to whoever owns the original, and is made by whoever may make projects there', async () => {
    const organizationId = await buildOrganization(owner);
    const site = await owner.within(organizationId).sites.create({ name: 'Blueprint' });
    const developer = await joinOrganization(server, owner, { organizationId, role: 'developer' });
    const body = { data: { type: 'site' as const, attributes: { name: 'Copy' } } };
    expect(await codesOf(developer.own.sites.rawDuplicate(site.id, body))).toEqual([
      'INSUFFICIENT_PERMISSIONS',
    ]);
    const { data } = await owner.within(organizationId).sites.rawDuplicate(site.id, body);
    expect(data.meta.owner).toMatchObject({ type: 'organization', id: organizationId });
    const stranger = await buildPerson(server);
    expect(await codesOf(stranger.own.sites.rawDuplicate(site.id, body))).toEqual(['NOT_FOUND']);
  });

  it('is not made of a project that was destroyed meanwhile', async () => {
    const source = await buildProject();
    const { database, jobs, settings, now } = server.ports;
    const account = await findAccountByEmail(database.db, owner.email);
    if (!account) throw new Error('The owner has an account.');
    const jobId = await database.db.transaction().execute(async (db) => {
      const asking = {
        account,
        sessionId: '',
        askerHash: hashToken(owner.token),
        membership: null,
        address: '',
      };
      const id = await beginDuplicate({ ...asking, db, now: now(), newId, settings, jobs }, source.id, {
        name: 'Ghost',
      });
      await destroySites({ db, jobs }, [source.id]);
      return id;
    });
    expect((await owner.own.jobResultsFetcher?.(jobId))?.status).toBe(404);
    expect((await owner.own.sites.list()).map(({ name }) => name)).not.toContain('Ghost');
  });

  it('is closed until it is whole', async () => {
    const source = await buildProject();
    const { db } = server.ports.database;
    await db.updateTable('site').set({ status: 'creating' }).where('id', '=', source.id).execute();
    expect(await codesOf(source.client.items.list())).toEqual(['SITE_NOT_READY']);
    expect(await owner.own.sites.find(source.id)).toMatchObject({ status: 'creating' });
    expect(await codesOf(owner.own.sites.destroy(source.id))).toEqual(['SITE_NOT_READY']);
  });
});
