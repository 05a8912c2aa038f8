import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import { startTestServer } from '#testing/test-server.ts';

it('finishes what has begun before it goes, and begins nothing more', async () => {
  const server = await startTestServer();
  const { fullAccessToken } = await server.createProject();
  const begun = request(`${server.cmaUrl}/item-types`, {
    method: 'POST',
    headers: {
      accept: 'application/json',
      'content-type': 'application/json',
      'x-api-version': '3',
      authorization: `Bearer ${fullAccessToken}`,
      // The server says when it has begun to read.
      expect: '100-continue',
    },
  });
  begun.flushHeaders();
  await once(begun, 'continue');
  const closed = server.close();
  begun.end('{"data":{"type":"item_type","attributes":{"name":"Last","api_key":"last"}}}');
  const [answer] = (await once(begun, 'response')) as [IncomingMessage];
  expect([answer.statusCode, JSON.parse(await text(answer)).data.attributes.api_key]).toEqual([200, 'last']);
  await closed;
  await expect(fetch(`${server.url}/health`)).rejects.toThrow();
});
