import type { Circumstances } from '@recto/content/item/item-change';
import type { RequestContext } from '#http/context.ts';
import type { StoredFacts } from './facts.ts';

/** What a decision of the domain is made from, out of a request. */
export function circumstancesOf(context: RequestContext, facts: StoredFacts): Circumstances {
  const { schema, registry, newId, identity, now } = context;
  return { schema, registry, newId, identity, facts, now: now.toISOString() };
}
