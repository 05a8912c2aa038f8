import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildModel } from '#api/items/testing.ts';
import { codesOf } from '#testing/codes-of.ts';
import { startTestServer, type TestProject, type TestServer } from '#testing/test-server.ts';

let server: TestServer;
let project: TestProject;
let client: TestProject['client'];
beforeAll(async () => {
  server = await startTestServer();
  project = await server.createProject({ locales: ['en', 'it'] });
  client = project.client;
});
afterAll(() => server.close());

describe('what a project uses', () => {
  it('is counted, and limited by nothing', async () => {
    const model = await buildModel(client);
    await client.items.create({ item_type: model.ref, title: 'a' });
    const limits = await client.subscriptionLimits.list();
    expect(Object.fromEntries(limits.map(({ code, usage }) => [code, usage]))).toMatchObject({
      users: 0,
      locales: 2,
      item_types: 1,
      items: 1,
      sandbox_environments: 0,
      uploadable_bytes: 0,
    });
    expect(limits.every(({ limit }) => limit === null)).toBe(true);
    expect(await client.subscriptionLimits.find('items')).toMatchObject({ code: 'items', usage: 1 });
    expect(await codesOf(client.subscriptionLimits.find('nothing'))).toEqual(['NOT_FOUND']);
  });

  it('is open to it without a plan', async () => {
    const inUse = async () =>
      (await client.subscriptionFeatures.list()).filter((feature) => feature.in_use).map(({ code }) => code);
    expect(await inUse()).toEqual([]);
    await client.uploadCollections.create({ label: 'a' });
    expect(await inUse()).toEqual(['advanced_media_area']);
    expect((await client.subscriptionFeatures.list()).every(({ enabled }) => enabled)).toBe(true);
  });
});

describe('the words of the interface', () => {
  it('come from an address of the project', async () => {
    expect((await client.whiteLabelSettings.find()).custom_i18n_messages_template_url).toBeNull();
    const custom_i18n_messages_template_url = 'https://example.org/messages/:locale.json';
    const changed = await client.whiteLabelSettings.update({ custom_i18n_messages_template_url });
    expect(changed.custom_i18n_messages_template_url).toBe(custom_i18n_messages_template_url);
    expect(await client.whiteLabelSettings.find()).toEqual(changed);
  });

  it.each(['javascript://:locale', 'https://example.org/messages.json'])(
    'do not come from %s',
    async (url) => {
      const update = client.whiteLabelSettings.update({ custom_i18n_messages_template_url: url });
      expect(await codesOf(update)).toEqual(['custom_i18n_messages_template_url VALIDATION_FORMAT']);
    },
  );
});
