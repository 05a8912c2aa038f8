import { request } from 'node:http';
import { buildClient } from '@datocms/cma-client-node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestProject, type TestServer } from '#testing/test-server.ts';

let server: TestServer;
let project: TestProject;
let now = new Date('2026-01-01T00:00:00Z');

beforeAll(async () => {
  server = await startTestServer({ now: () => now });
  project = await server.createProject();
});
afterAll(() => server.close());

/** What a browser or a script does with an upload request. */
async function putFile(filename: string, content: string) {
  const { id, url } = await project.client.uploadRequest.create({ filename });
  const put = (body: string, address = url) => fetch(address, { method: 'PUT', body });
  return { path: id, url, put, answer: await put(content) };
}

/** As written: `fetch` would tidy the path up before it asks. */
function statusOf(path: string, method = 'GET'): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const asking = request(`${server.url}/`, { path, method }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    });
    asking.on('error', reject).end();
  });
}

describe('the address of an upload request', () => {
  it('takes the file without any header, from any origin', async () => {
    const { url, path, answer } = await putFile('a.txt', 'hello');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    const preflight = { origin: 'https://example.com', 'access-control-request-method': 'PUT' };
    const allowed = await fetch(url, { method: 'OPTIONS', headers: preflight });
    expect(allowed.headers.get('access-control-allow-methods')).toContain('PUT');
    expect(await (await fetch(server.url + path)).text()).toBe('hello');
  });

  it('takes one file only', async () => {
    const { path, put } = await putFile('a.txt', 'first');
    expect((await put('second')).status).toBe(403);
    expect(await (await fetch(server.url + path)).text()).toBe('first');
  });

  it('is good for its own path and time', async () => {
    const { id, url } = await project.client.uploadRequest.create({ filename: 'a.txt' });
    const put = (address: string) => fetch(address, { method: 'PUT', body: 'x' });
    expect((await put(url.replace('a.txt', 'b.txt'))).status).toBe(403);
    expect((await put(url.replace(/expires=\d/, 'expires=9'))).status).toBe(403);
    expect((await put(server.url + id)).status).toBe(403);
    now = new Date(now.getTime() + 2 * 60 * 60 * 1000);
    expect((await put(url)).status).toBe(403);
  });

  it('takes nothing larger than a gigabyte', async () => {
    const { url } = await project.client.uploadRequest.create({});
    const status = await new Promise((resolve) => {
      const headers = { 'content-length': 2 * 1024 ** 3 };
      const putting = request(url, { method: 'PUT', headers }, (answer) => resolve(answer.statusCode));
      putting.on('error', () => resolve('connection closed')).flushHeaders();
    });
    expect(status).toBe(422);
  });

  it('can be used again after the transfer broke off', async () => {
    const { id, url } = await project.client.uploadRequest.create({ filename: 'a.txt' });
    await new Promise<void>((resolve) => {
      const putting = request(url, { method: 'PUT', headers: { 'content-length': 1000 } });
      putting.on('error', () => resolve());
      putting.write('half', () => putting.destroy());
      putting.on('close', () => resolve());
    });
    await expect
      .poll(() => fetch(url, { method: 'PUT', body: 'whole' }).then((answer) => answer.status))
      .toBe(200);
    expect(await (await fetch(server.url + id)).text()).toBe('whole');
  });

  it('is never the same for two files of one name', async () => {
    const ids = await Promise.all(
      Array.from(
        { length: 5 },
        async () => (await project.client.uploadRequest.create({ filename: 'a.txt' })).id,
      ),
    );
    expect(new Set(ids).size).toBe(5);
  });
});

describe('a file', () => {
  it('is sent in parts', async () => {
    const { path } = await putFile('a.txt', '0123456789');
    const part = await fetch(server.url + path, { headers: { range: 'bytes=2-4' } });
    expect([part.status, part.headers.get('content-range'), await part.text()]).toEqual([
      206,
      'bytes 2-4/10',
      '234',
    ]);
    const behind = await fetch(server.url + path, { headers: { range: 'bytes=10-' } });
    expect([behind.status, behind.headers.get('content-range')]).toEqual([416, 'bytes */10']);
  });

  it('is not sent again to whoever has it', async () => {
    const { path } = await putFile('a.txt', 'x');
    const etag = (await fetch(server.url + path)).headers.get('etag') ?? '';
    expect((await fetch(server.url + path, { headers: { 'if-none-match': etag } })).status).toBe(304);
    const stale = { range: 'bytes=0-0', 'if-range': '"another"' };
    expect((await fetch(server.url + path, { headers: stale })).status).toBe(200);
  });

  it('tells about itself without being sent', async () => {
    const { path } = await putFile('a.txt', 'hello');
    const answer = await fetch(server.url + path, { method: 'HEAD' });
    expect([answer.status, answer.headers.get('content-length'), await answer.text()]).toEqual([
      200,
      '5',
      '',
    ]);
  });

  it.each([
    ['page.html', 'text/html; charset=utf-8', true],
    ['drawing.svg', 'image/svg+xml', true],
    ['feed.xml', 'application/xml', true],
    ['page.xhtml', 'application/xhtml+xml', true],
    ['script.js', 'text/javascript; charset=utf-8', true],
    ['unknown', 'application/octet-stream', true],
    ['picture.png', 'image/png', false],
    ['film.mp4', 'video/mp4', false],
    ['paper.pdf', 'application/pdf', false],
  ])('called %s is %s; in a sandbox: %s', async (name, type, isSandboxed) => {
    const { path } = await putFile(name, '<script>alert(1)</script>');
    const { headers } = await fetch(server.url + path);
    expect(headers.get('content-type')).toBe(type);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toBe(isSandboxed ? "sandbox; default-src 'none'" : null);
  });

  it.each([
    '/assets/../secret.key',
    '/assets/%2e%2e/secret.key',
    '/assets/x/..%2f..%2fsecret.key',
    '/assets/x/1-..%5c..%5csecret.key',
    '/assets/x/%2e%2e',
    '/assets/x/1-a%00.txt',
    '/assets/.incoming/1-a',
  ])('is not found at %s', async (path) => {
    expect(await statusOf(path)).toBe(404);
  });

  it('has no signed address of its own in other projects', async () => {
    const other = await server.createProject();
    const client = buildClient({ apiToken: other.fullAccessToken, baseUrl: server.cmaUrl });
    const { id } = await client.uploadRequest.create({ filename: 'a.txt' });
    expect(id).toContain(other.siteId);
  });
});
