import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '#testing/test-server.ts';
import { buildApp } from '../app.ts';
import type { Settings } from '../settings.ts';
import { buildPackage } from './testing.ts';

let server: TestServer;
let stars: string;
beforeAll(async () => {
  server = await startTestServer();
  stars = await buildPackage(server.ports, FILES);
});
afterAll(() => server.close());

const FILES = {
  'index.html': '<p>hello</p>',
  'assets/main.js': 'console.log(1)',
  'assets/größe 1.svg': '<svg/>',
  'assets/empty.css': '',
};

const pluginsUrl = () => server.ports.settings.pluginsUrl;
const load = (path: string, init?: RequestInit) =>
  fetch(`${pluginsUrl()}${path}`, { redirect: 'manual', ...init });

/** As written: `fetch` would tidy the path up before it asks. */
function ask(path: string, options: { method?: string; headers?: Record<string, string> } = {}) {
  const { hostname, port } = new URL(pluginsUrl());
  return new Promise<{ status: number | undefined; text: string }>((resolve, reject) => {
    const asking = request({ hostname, port, path, ...options }, async (answer) => {
      resolve({ status: answer.statusCode, text: (await answer.toArray()).join('') });
    });
    asking.on('error', reject).end();
  });
}

/** The same program with other settings; it listens to nothing. */
const appWith = (settings: Partial<Settings>) =>
  buildApp({ ...server.ports, settings: { ...server.ports.settings, ...settings } });

describe('the origin of plugins', () => {
  it.each([
    ['index.html', 'text/html; charset=utf-8', FILES['index.html']],
    ['assets/main.js', 'text/javascript; charset=utf-8', FILES['assets/main.js']],
    ['assets/gr%C3%B6%C3%9Fe%201.svg', 'image/svg+xml', FILES['assets/größe 1.svg']],
    ['assets/empty.css', 'text/css; charset=utf-8', ''],
  ])('serves the file %s as %s, for ever and to frames and modules', async (file, type, text) => {
    const answer = await load(`/${stars}/${file}?mode=onBoot`);
    expect(await answer.text()).toBe(text);
    expect(answer.headers.get('content-type')).toBe(type);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'x-content-type-options': 'nosniff',
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
      'cache-control': 'public, max-age=31536000, immutable',
    });
    for (const name of ['set-cookie', 'content-security-policy', 'x-frame-options']) {
      expect(answer.headers.has(name)).toBe(false);
    }
  });

  it('tells about a file, sends a part of it, and not again what somebody has', async () => {
    const path = `/${stars}/index.html`;
    const told = await load(path, { method: 'HEAD' });
    expect([told.headers.get('content-length'), await told.text()]).toEqual(['12', '']);
    const part = await load(path, { headers: { range: 'bytes=3-7' } });
    expect([part.status, part.headers.get('content-range'), await part.text()]).toEqual([
      206,
      'bytes 3-7/12',
      'hello',
    ]);
    expect((await load(path, { headers: { range: 'bytes=20-' } })).status).toBe(416);
    const etag = told.headers.get('etag') ?? '';
    expect((await load(path, { headers: { 'if-none-match': etag } })).status).toBe(304);
    expect((await load(path, { method: 'OPTIONS' })).status).toBe(204);
  });

  it('serves packages of scopes', async () => {
    const scoped = await buildPackage(server.ports, { 'a.txt': 'a' }, '@acme/datocms-plugin-stars');
    expect(await (await load(`/${scoped}/a.txt`)).text()).toBe('a');
    expect(await (await load(`/${encodeURIComponent(scoped)}/a.txt`)).text()).toBe('a');
  });

  it.each(['/site-apix', '/assets/1/1-a.txt', '/', '/p/main', '/plugins/x@1.0.0/a', '/favicon.ico'])(
    'serves nothing at %s',
    async (path) => {
      expect(await ask(path)).toMatchObject({
        status: 404,
        text: expect.stringContaining('INVALID_ENDPOINT'),
      });
    },
  );

  it.each(['POST', 'PUT', 'DELETE', 'PATCH'])('takes nothing by %s', async (method) => {
    expect((await ask('/p/main', { method })).status).toBe(404);
    expect((await ask(`/${stars}/index.html`, { method })).status).toBe(404);
  });

  it.each([
    '/assets/../../../secret.key',
    '/../../secret.key',
    '/%2e%2e/%2e%2e/secret.key',
    '/..%2f..%2fsecret.key',
    '/assets\\..\\..\\secret.key',
    '/index.html%00.txt',
    '/toString',
    '/__proto__',
    '/assets',
    '/',
    '/%',
  ])('finds no file of a package at %s', async (path) => {
    expect((await ask(`/${stars}${path}`)).status).toBe(404);
  });

  it.each([
    ['/health', 200],
    ['/account-api/setup', 200],
    ['/site-api/docs/site-api-hyperschema.json', 200],
    ['/graphql/?query=x', 302],
  ])('is on this machine an address of APIs as well: %s answers %d', async (path, status) => {
    expect((await ask(path)).status).toBe(status);
  });

  it('shows whoever opens the admin there the way', async () => {
    const answer = await load('/p/main/editor?a=1', { headers: { accept: 'text/html,*/*' } });
    expect(answer.status).toBe(302);
    expect(answer.headers.get('location')).toBe(`${server.ports.settings.publicUrl}/p/main/editor?a=1`);
  });

  it('is the only one that serves their files', async () => {
    for (const path of [`/${stars}/index.html`, `/plugins/${stars}/index.html`]) {
      expect((await fetch(`${server.url}${path}`)).status).toBe(404);
    }
  });

  it('is known by what a proxy says, if the operator has one', async () => {
    const headers = { host: 'localhost', 'x-forwarded-host': new URL(pluginsUrl()).host };
    expect((await ask(`/${stars}/index.html`, { headers })).status).toBe(404);
    const behind = appWith({ trustProxy: true, pluginsUrl: 'https://plugins.example.com' });
    const get = (url: string) =>
      behind.inject({ url, headers: { 'x-forwarded-host': 'plugins.example.com' } });
    expect((await get(`/${stars}/index.html`)).statusCode).toBe(200);
    for (const path of ['/health', '/metrics', '/graphql', '/site-api/site', '/account-api/setup'])
      expect((await get(path)).statusCode).toBe(404);
  });
});

describe('without an origin of their own', () => {
  it('pages of plugins are served in a sandbox that takes their origin away', async () => {
    const publicUrl = 'https://cms.example.com';
    const app = appWith({ publicUrl, pluginsUrl: publicUrl });
    const answer = await app.inject(`/plugins/${stars}/index.html`);
    expect(answer.body).toBe(FILES['index.html']);
    const policy = answer.headers['content-security-policy'];
    expect(policy).toMatch(/^sandbox /);
    expect(policy).not.toContain('allow-same-origin');
    expect(policy).not.toContain('allow-top-navigation');
    expect((await app.inject(`/${stars}/index.html`)).statusCode).toBe(404);
    expect((await app.inject('/health')).statusCode).toBe(200);
  });
});
