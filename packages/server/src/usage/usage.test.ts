import { newId } from '@recto/content/id';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectClient } from '#account-api/testing.ts';
import { buildModel } from '#api/items/testing.ts';
import { codesOf } from '#testing/codes-of.ts';
import { statementsOf } from '#testing/count-statements.ts';
import { startTestServer, type TestProject, type TestServer } from '#testing/test-server.ts';
import { saveUsage } from './save-usage.ts';
import { startMetering } from './start-metering.ts';
import { OTHER } from './usage-meter.ts';

let now = new Date('2026-11-21T10:00:00Z');
let server: TestServer;
let project: TestProject;

beforeAll(async () => {
  server = await startTestServer({ now: () => now });
});
afterAll(() => server.close());

const today = async () => {
  await server.ports.usage.save();
  return (await project.client.dailyUsages.list()).at(-1);
};
const counted = async (
  id: Parameters<TestProject['client']['usageCounters']['find']>[0],
  period: 'today' | 'current_month' | 'last_month' = 'today',
) => {
  await server.ports.usage.save();
  return (await project.client.usageCounters.find(id, { period })).result;
};
const query = (headers: Record<string, string> = {}) =>
  fetch(server.graphqlUrl, {
    method: 'POST',
    headers: { authorization: `Bearer ${project.fullAccessToken}`, ...headers },
    body: JSON.stringify({ query: '{ _site { locales } }' }),
  }).then((answer) => answer.text());

describe('what a project uses', () => {
  it('is counted by day, from the traffic of all three APIs', async () => {
    project = await server.createProject();
    await project.client.site.find();
    await project.client.site.find();
    const upload = await project.client.uploadRequest.create({ filename: 'note.txt' });
    await fetch(upload.url, { method: 'PUT', body: 'x'.repeat(2000) });
    const { url, path } = await project.client.uploads.create({ path: upload.id });
    await (await fetch(`${url}?w=10`)).text();
    await query();
    const usage = await today();
    expect(usage).toMatchObject({ date: '2026-11-21', cma_api_calls: 4, cda_api_calls: 1 });
    expect(usage?.assets_traffic_bytes).toBeGreaterThan(2000);
    expect(usage?.assets_traffic_bytes).toBeLessThan(4000);
    expect(await counted('assets_path_requests')).toEqual([{ value: path, counter: 1 }]);
    expect(await counted('assets_full_path_requests')).toEqual([{ value: `${path}?w=10`, counter: 1 }]);
  });

  it('is told by endpoint, token and the page that asked', async () => {
    project = await server.createProject();
    const model = await buildModel(project.client);
    await project.client.items.create({ item_type: model.ref, title: 'a' });
    await query({ referer: 'https://example.com/shop?token=secret' });
    await query({ referer: 'https://example.com/shop' });
    expect(await counted('cma_endpoint_requests')).toContainEqual({ value: 'POST /items', counter: 1 });
    expect(await counted('cda_referrer_requests')).toEqual([
      { value: 'https://example.com/shop', counter: 2 },
    ]);
    const tokens = await project.client.accessTokens.list();
    const id = tokens.find(({ token }) => token === project.fullAccessToken)?.id;
    expect(await counted('cda_access_token_id_requests')).toEqual([{ value: id, counter: 2 }]);
    const [bytes] = await counted('cda_access_token_id_bytes');
    expect(bytes?.counter).toBeGreaterThan(100);
  });

  it('is told by address only where the project wants that', async () => {
    project = await server.createProject();
    await query();
    expect(await counted('cda_ip_requests')).toEqual([]);
    await project.client.site.update({ ip_tracking_enabled: true });
    await query();
    expect(await counted('cda_ip_requests')).toEqual([
      { value: expect.stringMatching(/127|::1/), counter: 1 },
    ]);
  });

  it('begins anew every month, and knows the last one', async () => {
    project = await server.createProject();
    await query();
    await server.ports.usage.save();
    now = new Date('2026-12-01T00:00:00Z');
    expect(await counted('cda_access_token_id_requests', 'current_month')).toEqual([]);
    expect(await counted('cda_access_token_id_requests', 'last_month')).toMatchObject([{ counter: 1 }]);
    const days = await project.client.dailyUsages.list();
    expect(days[0]?.date).toBe('2026-11-01');
    expect(days.at(-1)?.date).toBe('2026-12-01');
    expect(days.find(({ date }) => date === '2026-11-21')?.cda_api_calls).toBe(1);
  });

  it('does not count strangers, nor files that are not there', async () => {
    project = await server.createProject();
    await fetch(`${server.url}/assets/${project.siteId}/1-nothing.png`);
    await fetch(server.graphqlUrl, {
      method: 'POST',
      headers: { authorization: 'Bearer nobody' },
      body: '{}',
    });
    expect(await today()).toMatchObject({ assets_traffic_bytes: 0, cda_api_calls: 0 });
  });

  it('is nobody’s business who may not change the project', async () => {
    project = await server.createProject();
    const reader = projectClient(server, project.readOnlyToken);
    expect(await codesOf(reader.usageCounters.find('cda_ip_requests'))).toEqual(['INSUFFICIENT_PERMISSIONS']);
    expect(await codesOf(project.client.usageCounters.find('nothing' as 'cda_ip_bytes'))).toEqual([
      'NOT_FOUND',
    ]);
  });
});

describe('counting', () => {
  const countOf = (value: string, requests = 1) => ({
    ...{ api: 'assets' as const, owner: project.siteId, day: '2026-12-01' },
    ...{ kind: 'referrer', value, requests, bytes: 10 },
  });

  it('takes no statement of its own for a request, and few for many', async () => {
    project = await server.createProject();
    await query();
    const isAboutUsage = (text: string) => /\busage\b/.test(text);
    const answering = await statementsOf(async () => {
      for (let index = 0; index < 20; index += 1) await query();
    });
    // The server saves on its own now and then.
    expect(answering.filter(isAboutUsage).length).toBeLessThan(10);
    const counts = Array.from({ length: 500 }, () => countOf(newId()));
    const saving = await statementsOf(() => saveUsage(server.ports.database.db, counts));
    expect(saving.filter(isAboutUsage).length).toBeLessThan(5);
  });

  it('keeps what could not be saved for later, and saves it at the end', async () => {
    project = await server.createProject();
    const { database, log } = server.ports;
    const broken = { value: true };
    const db = new Proxy(database.db, {
      get: (target, name) => {
        if (broken.value) throw new Error('the database is away');
        const value = Reflect.get(target, name);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
    const usage = startMetering({ database: { ...database, db }, log, now: () => now, everyMs: null });
    usage.add({ api: 'assets', owner: project.siteId, bytes: 7, at: now, details: [] });
    await usage.save();
    broken.value = false;
    await usage.stop();
    expect((await project.client.dailyUsages.list()).at(-1)?.assets_traffic_bytes).toBe(7);
  });

  it('adds up what two processes save, and keeps a day’s values within bounds', async () => {
    project = await server.createProject();
    const { db } = server.ports.database;
    await saveUsage(db, [countOf('https://a.example/', 5)]);
    await saveUsage(db, [countOf('https://a.example/', 2), countOf('https://b.example/')]);
    await saveUsage(
      db,
      Array.from({ length: 1500 }, (_, index) => countOf(`https://${index}.example/`)),
    );
    await saveUsage(db, [countOf('https://a.example/'), countOf('https://new.example/')]);
    const { rows } = await server.ports.database.execute(
      `select value, requests::int from usage where site_id = $1 and kind = 'assets_referrer'`,
      [project.siteId],
    );
    const requests = new Map(
      (rows as { value: string; requests: number }[]).map((row) => [row.value, row.requests]),
    );
    expect(requests.get('https://a.example/')).toBe(8);
    expect(requests.size).toBe(1001);
    expect(requests.get(OTHER)).toBe(1500 - 998 + 1);
  });
});
