import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serveAdmin } from './serve-admin.ts';

const SCRIPT = 'console.log("Recto");'.repeat(50);
let folder: string;
let app: FastifyInstance;

beforeAll(async () => {
  folder = `${await mkdtemp(join(tmpdir(), 'recto-admin-'))}/`;
  await mkdir(join(folder, 'static'));
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>Recto</title>');
  await writeFile(join(folder, 'static/index-abc.js'), SCRIPT);
  app = Fastify();
  await serveAdmin(app, folder);
});

afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true });
});

describe('the page of the admin', () => {
  test.each([
    '/',
    '/sign-in',
    '/p/blog/editor/item_types/1/items/2/edit',
    '/p/blog/environments/main/schema',
    '/editor/item_types/1/items/2',
    '/project_settings/access_tokens',
  ])('answers at %s', async (url) => {
    const response = await app.inject(url);
    expect(response.statusCode).toBe(200);
    expect(response.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(response.headers['cache-control']).toBe('no-cache');
  });

  test.each(['/unknown', '/site-api', '/../package.json', '/p%2f..%2fpackage.json', '/index.html'])(
    'does not answer at %s',
    async (url) => {
      expect((await app.inject(url)).statusCode).toBe(404);
    },
  );

  test('lets no other site frame it and runs no script of another origin', async () => {
    const { headers } = await app.inject('/');
    expect(headers['content-security-policy']).toContain("script-src 'self';");
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['referrer-policy']).toBe('strict-origin-when-cross-origin');
  });

  test('is not sent again while it is unchanged', async () => {
    const { headers } = await app.inject('/');
    const again = await app.inject({ url: '/p/blog', headers: { 'if-none-match': String(headers.etag) } });
    expect(again.statusCode).toBe(304);
    expect(again.body).toBe('');
  });
});

describe('a built file', () => {
  test('may be kept for ever, because its name changes with its content', async () => {
    const response = await app.inject('/static/index-abc.js');
    expect(response.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(response.headers['content-type']).toBe('text/javascript; charset=utf-8');
  });

  test.each([
    ['br, gzip', 'br'],
    ['gzip', 'gzip'],
    ['gzip;q=1.0, br;q=0', 'gzip'],
    ['identity', undefined],
  ])('is sent to a browser that takes %s as %s', async (accepted, encoding) => {
    const response = await app.inject({
      url: '/static/index-abc.js',
      headers: { 'accept-encoding': accepted },
    });
    expect(response.headers['content-encoding']).toBe(encoding);
  });

  test('arrives whole', async () => {
    const packed = await app.inject({ url: '/static/index-abc.js', headers: { 'accept-encoding': 'gzip' } });
    expect(gunzipSync(packed.rawPayload).toString()).toBe(SCRIPT);
    expect((await app.inject('/static/index-abc.js')).body).toBe(SCRIPT);
  });
});

test('an admin that was not built says how to build it', async () => {
  const bare = Fastify();
  await serveAdmin(bare, join(folder, 'missing'));
  const response = await bare.inject('/');
  expect(response.statusCode).toBe(503);
  expect(response.body).toContain('npm run build');
});
