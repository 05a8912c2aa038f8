import { expect, it } from 'vitest';
import { withDeadline } from './deadline.ts';

it('answers what was done in time', async () => {
  expect(await withDeadline(1000, async () => 'done')).toBe('done');
});

it('sends the caller away, and tells the work to leave nothing behind', async () => {
  let signal: AbortSignal | undefined;
  const late = withDeadline(5, (given) => {
    signal = given;
    return new Promise(() => {});
  });
  await expect(late).rejects.toThrow('SERVICE_UNAVAILABLE');
  expect(signal?.aborted).toBe(true);
});
