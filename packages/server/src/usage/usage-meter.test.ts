import { expect, it } from 'vitest';
import { OTHER, UsageMeter } from './usage-meter.ts';

const request = (owner: string, referrer: string) => ({
  api: 'cda' as const,
  owner,
  bytes: 10,
  at: new Date('2026-11-21T10:00:00Z'),
  details: [['referrer', referrer]] as const,
});

it('values that callers make up are counted as others beyond a bound, and nothing is lost of the sum', () => {
  const meter = new UsageMeter();
  for (let index = 0; index < 600; index += 1) meter.add(request('token', `https://${index}.example/`));
  const counts = meter.take();
  expect(counts).toHaveLength(1 + 500 + 1);
  expect(counts.find(({ kind }) => kind === '')).toMatchObject({ requests: 600, bytes: 6000 });
  expect(counts.find(({ value }) => value === OTHER)).toMatchObject({ requests: 100, bytes: 1000 });
});

it('tokens that callers make up do not fill the memory', () => {
  const meter = new UsageMeter();
  for (let index = 0; index < 60_000; index += 1) meter.add(request(`token ${index}`, 'https://a.example/'));
  expect(meter.take().length).toBeLessThan(110_000);
});

it('what could not be saved is added to what came since', () => {
  const meter = new UsageMeter();
  meter.add(request('token', ''));
  const counts = meter.take();
  meter.add(request('token', ''));
  meter.putBack(counts);
  expect(meter.take()).toMatchObject([{ requests: 2, bytes: 20 }]);
});
