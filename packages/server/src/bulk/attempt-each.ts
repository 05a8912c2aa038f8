import { Refusal, refusal } from '@recto/content/refusal';
import type { AnswerDocument } from '#http/endpoint.ts';

/** How many of many were done. */
export interface Tally {
  successful: number;
  failed: number;
}

/** What one request may concern. */
const MOST_OPERATIONS = 200;

/** Does something with each of many, one after the other: what is refused for one is done for the others all
 *  the same. What nobody foresaw still fails the request. */
export async function attemptEach<Entity>(
  entities: readonly Entity[],
  attempt: (entity: Entity) => Promise<unknown>,
): Promise<Tally> {
  const tally: Tally = { successful: 0, failed: 0 };
  for (const entity of entities) {
    try {
      await attempt(entity);
      tally.successful += 1;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      tally.failed += 1;
    }
  }
  return tally;
}

/** Each entity once. */
export function distinctIds(linkages: readonly { id: string }[]): string[] {
  if (linkages.length > MOST_OPERATIONS) {
    throw refusal('TOO_MANY_OPERATIONS', { limit: MOST_OPERATIONS });
  }
  return [...new Set(linkages.map(({ id }) => id))];
}

export function refuseUnless(isAllowed: boolean): void {
  if (!isAllowed) throw refusal('INSUFFICIENT_PERMISSIONS');
}

export function presentTally({ successful, failed }: Tally): AnswerDocument {
  return { data: [], meta: { successful, failed } };
}
