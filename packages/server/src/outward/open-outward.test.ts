import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { isOutward, openOutward, UnreadableUrl } from './open-outward.ts';

let server: Server;
let url: string;
beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.url === '/file') response.end('a file');
    else if (request.url === '/moved') response.writeHead(302, { location: '/file' }).end();
    else if (request.url === '/inside') response.writeHead(302, { location: 'http://10.0.0.1/' }).end();
    else if (request.url === '/round') response.writeHead(302, { location: '/round' }).end();
    else if (request.url !== '/silent') response.writeHead(404).end();
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const isAllowed = (address: string) => address === '127.0.0.1' || address === '::1';
const read = async (address: string, timeoutMs = 5_000) =>
  text(await openOutward(address, { timeoutMs, isAllowed }));

it('reads what is there, also where it moved to', async () => {
  expect(await read(`${url}/file`)).toBe('a file');
  expect(await read(`${url}/moved`)).toBe('a file');
  expect(await read(`${url.replace('127.0.0.1', 'localhost')}/file`)).toBe('a file');
});

it.each(['/missing', '/round', '/inside'])('does not read %s', async (path) => {
  await expect(read(url + path)).rejects.toThrow(UnreadableUrl);
});

it('does not wait for ever', async () => {
  await expect(read(`${url}/silent`, 50)).rejects.toThrow(UnreadableUrl);
});

it.each([
  'http://127.0.0.1',
  'http://localhost',
  'http://0x7f000001',
  'http://2130706433',
  'http://[::1]',
  'http://[::ffff:127.0.0.1]',
  'http://[fe80::1]',
  'http://[64:ff9b::7f00:1]',
  'http://10.1.2.3',
  'http://172.31.255.255',
  'http://192.168.0.1',
  'http://169.254.169.254/latest/meta-data',
  'http://100.64.0.1',
  'http://0.0.0.0',
  'http://255.255.255.255',
  'file:///etc/passwd',
  'ftp://example.com/file',
  'no address',
])('keeps callers out of %s', async (address) => {
  const port = address.endsWith('1') ? `:${new URL(url).port}/file` : '';
  await expect(openOutward(address + port, { timeoutMs: 5_000 })).rejects.toThrow(UnreadableUrl);
});

it.each(['93.184.216.34', '8.8.8.8', '172.32.0.1', '2606:4700::1111'])('%s is outside', (address) => {
  expect(isOutward(address)).toBe(true);
});

it.each(['127.0.0.1', '10.0.0.1', '169.254.169.254', '::1', '::ffff:127.0.0.1', '::ffff:8.8.8.8', 'fec0::1'])(
  '%s is not outside',
  (address) => {
    expect(isOutward(address)).toBe(false);
  },
);

it('a name is refused for the address that it has, not for want of an answer', async () => {
  const named = openOutward(url.replace('127.0.0.1', 'localhost'), { timeoutMs: 5_000 });
  await expect(named).rejects.toMatchObject({ cause: { message: 'localhost is not outside.' } });
});
