import type { Json } from '@recto/content/json';
import type { Static } from '@sinclair/typebox';
import type { RequestContext } from '#http/context.ts';
import type { referencesQuery } from './contract.ts';
import { mayWithItem } from './policy.ts';
import { presentLoaded } from './present.ts';
import { listReferrers, type ReferenceTarget } from './table.ts';

const VERSIONS = {
  current: ['current'],
  published: ['published'],
  'published-or-current': ['published', 'current'],
} as const;

/** The records that point at one, or that use an asset, each once. They come whole, so what may not be read is left out here. */
export async function listReferringItems(
  context: RequestContext,
  target: ReferenceTarget,
  { nested = false, version }: Static<typeof referencesQuery>,
): Promise<Json[]> {
  const referrers = await listReferrers(
    context.db,
    context.environment.id,
    target,
    VERSIONS[version || 'current'],
  );
  const view = { nested, version: version === 'published' ? ('published' as const) : ('current' as const) };
  return referrers
    .filter(({ item }) => mayWithItem(context, 'read', item))
    .map((loaded) => presentLoaded(loaded, context, view));
}
