import { PassThrough, Readable } from 'node:stream';
import { expect, it } from 'vitest';
import { readBody } from './read-body.ts';

it('reads a body to its end', async () => {
  expect((await readBody(Readable.from([Buffer.from('ab'), Buffer.from('c')]))).toString()).toBe('abc');
});

it('stops at the limit, whatever length was announced', async () => {
  const long = Readable.from(Array.from({ length: 100 }, () => Buffer.alloc(1000)));
  await expect(readBody(long, { limit: 5000 })).rejects.toThrow('TECHNICAL_LIMIT_REACHED');
});

it('does not wait for a caller that never finishes', async () => {
  const silent = new PassThrough();
  silent.write('{');
  await expect(readBody(silent, { deadlineMs: 5 })).rejects.toThrow('SERVICE_UNAVAILABLE');
});

it('fails when the connection does', async () => {
  const broken = new PassThrough();
  const body = readBody(broken);
  broken.destroy(new Error('reset by peer'));
  await expect(body).rejects.toThrow('reset by peer');
});
