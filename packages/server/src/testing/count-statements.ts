import pg from 'pg';
import { vi } from 'vitest';

/** The statements that `work` sends on any connection, without those of the job queue and of the pool itself. */
export async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const spy = vi.spyOn(pg.Client.prototype, 'query');
  try {
    await work();
    return spy.mock.calls
      .map(([query]) => textOf(query))
      .filter((text) => !/\bjobs\.|^discard plans$/.test(text));
  } finally {
    spy.mockRestore();
  }
}

function textOf(query: unknown): string {
  return typeof query === 'string' ? query : (query as { text: string }).text;
}
