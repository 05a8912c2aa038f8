import { request } from 'node:http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestServer, type TestProject, type TestServer } from '#testing/test-server.ts';

let server: TestServer;
let project: TestProject;

beforeAll(async () => {
  server = await startTestServer({ hostsDomain: 'cms.test', assetsUrl: 'http://assets.cms.test' });
  project = await server.createProject();
});
afterAll(() => server.close());

it.each([
  ['site-api.cms.test', '/site'],
  ['site-api.cms.test:4400', '/site-api/site'],
  ['SITE-API.cms.test', '/items?page%5Blimit%5D=1'],
])('http://%s%s is the management API', async (host, path) => {
  expect((await ask(host, path)).status).toBe(200);
});

it('answers queries and accounts on their hosts', async () => {
  const query = await ask('graphql.cms.test', '/', JSON.stringify({ query: '{ _site { locales } }' }));
  expect(JSON.parse(query.text)).toEqual({ data: { _site: { locales: ['en'] } } });
  expect((await ask('account-api.cms.test', '/setup')).status).toBe(200);
  expect(await ask('graphql.cms.test', '/')).toMatchObject({
    status: 302,
    location: `${server.url}/cda-explorer`,
  });
});

it('makes the URLs of files with their host, and takes and serves them there', async () => {
  const upload = await project.client.uploadRequest.create({ filename: 'note.txt' });
  expect(new URL(upload.url).host).toBe('assets.cms.test');
  const { pathname, search } = new URL(upload.url);
  expect((await ask('assets.cms.test', `${pathname}${search}`, 'hello', 'PUT')).status).toBe(200);
  const { path, url } = await project.client.uploads.create({ path: upload.id });
  const site = await project.client.site.find();
  expect(url).toBe(`http://${site.imgix_host}${path}`);
  expect(await ask('assets.cms.test', path)).toMatchObject({ status: 200, text: 'hello' });
  expect(await ask('assets.cms.test', '/site-api/site')).toMatchObject({ status: 404 });
});

it.each([
  ['my-project.admin.cms.test', '/editor?x=1', '/p/my-project/editor?x=1'],
  ['my-project.admin.cms.test', '//evil.test/', '/p/my-project//evil.test/'],
  ['dashboard.cms.test', '/account', '/account'],
])('http://%s%s leads to the admin', async (host, path, place) => {
  expect(await ask(host, path)).toMatchObject({ status: 302, location: `${server.url}${place}` });
});

it.each(['cms.test', 'a.b.admin.cms.test', 'site-api.cms.test.evil.test', 'localhost'])(
  '%s is no host of an API',
  async (host) => {
    expect((await ask(host, '/site')).status).toBe(404);
    expect((await ask(host, '/site-api/site')).status).toBe(200);
  },
);

it('does not believe a caller about the host that a proxy was asked for', async () => {
  const forwarded = { 'x-forwarded-host': 'site-api.cms.test' };
  expect((await ask('localhost', '/site', undefined, 'GET', forwarded)).status).toBe(404);
});

interface HostAnswer {
  status: number | undefined;
  location: string | undefined;
  text: string;
}

/** As a name would lead here: the address is this server's, the host what the name says. */
function ask(
  host: string,
  path: string,
  body?: string,
  method = body === undefined ? 'GET' : 'POST',
  headers: Record<string, string> = {},
): Promise<HostAnswer> {
  const { port } = new URL(server.url);
  const token = `Bearer ${project.fullAccessToken}`;
  const all = { host, authorization: token, accept: 'application/json', 'x-api-version': '3', ...headers };
  const options = { host: 'localhost', port, path, method, headers: all };
  return new Promise((resolve, reject) => {
    const asked = request(options, async (answer) => {
      const text = (await answer.toArray()).join('');
      resolve({ status: answer.statusCode, location: answer.headers.location, text });
    });
    asked.on('error', reject).end(body);
  });
}
