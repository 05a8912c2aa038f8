import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildModel } from '#api/items/testing.ts';
import { codesOf } from '#testing/codes-of.ts';
import { startTestServer, type TestServer } from '#testing/test-server.ts';
import { buildOrganization, buildPerson, projectClient } from '../testing.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

async function buildProjects() {
  const owner = await buildPerson(server);
  const organization = owner.within(await buildOrganization(owner));
  const [blog, shop] = [
    await owner.own.sites.create({ name: 'Blog' }),
    await organization.sites.create({ name: 'Shop' }),
  ];
  const inside = projectClient(server, blog.access_token);
  await inside.items.create({ item_type: (await buildModel(inside)).ref, title: 'a' });
  await server.ports.usage.save();
  return { owner, organization, blog, shop };
}

it('an owner sees what all projects use, with the part of each, apart from organizations', async () => {
  const { owner, organization, blog, shop } = await buildProjects();
  const usages = new Map((await owner.own.resourceUsages.list()).map((usage) => [usage.quota, usage]));
  expect(usages.get('items')).toMatchObject({
    current_usage: 1,
    current_extra_usage: 0,
    sites_current_usage: [{ site_id: blog.id, site_name: 'Blog', current_usage: 1 }],
  });
  expect(usages.get('api_calls')?.current_usage).toBeGreaterThan(1);
  expect(usages.get('traffic_bytes')?.current_usage).toBeGreaterThan(100);
  const [ofOrganization] = await organization.resourceUsages.list();
  expect(ofOrganization?.sites_current_usage).toMatchObject([{ site_id: shop.id, current_usage: 0 }]);
});

it('the days of a month are told by project', async () => {
  const { owner, blog } = await buildProjects();
  const { data, included } = await owner.own.dailyUsages.rawList();
  expect(data).toMatchObject([
    { attributes: { cda_api_calls: 0 }, relationships: { site: { data: { type: 'site', id: blog.id } } } },
  ]);
  expect(data[0]?.attributes.cma_api_calls).toBeGreaterThan(1);
  expect(included).toMatchObject([{ id: blog.id, attributes: { name: 'Blog' } }]);
  expect((await owner.own.dailyUsages.rawList({ year: '2020', month: '2' })).data).toEqual([]);
  expect(await codesOf(owner.own.dailyUsages.list({ month: '13' }))).toEqual(['INVALID_PARAMS']);
});

it('limits and features of a project are known to its owner from outside', async () => {
  const { owner, blog } = await buildProjects();
  expect(await owner.own.subscriptionLimits.list(blog.id)).toContainEqual(
    expect.objectContaining({ code: 'items', usage: 1, limit: null }),
  );
  expect((await owner.own.subscriptionFeatures.list(blog.id)).every(({ enabled }) => enabled)).toBe(true);
  const stranger = await buildPerson(server);
  expect(await codesOf(stranger.own.subscriptionLimits.list(blog.id))).toEqual(['NOT_FOUND']);
});
