import { collectFacts, mergeFactsRequests } from '@recto/content/item/collect-facts';
import { conformDocument } from '@recto/content/item/conform-document';
import type { Item } from '@recto/content/item/item';
import { loadFacts } from '#api/items/facts.ts';
import type { RequestContext } from '#http/context.ts';
import type { ItemVersion } from './table.ts';

/** Old versions in the shape of today's model, without links to what has been deleted since: one statement for
 *  all of them. */
export async function conformVersions(
  context: RequestContext,
  { id, itemTypeId }: Item,
  versions: readonly ItemVersion[],
): Promise<ItemVersion[]> {
  const requests = versions.map(({ document }) => collectFacts(document, itemTypeId, context));
  const { items, uploads } = mergeFactsRequests(requests);
  const loaded = await loadFacts(context.db, context.environment.id, { items, uploads });
  const facts = loaded.seenBy(id);
  return versions.map((version) => ({
    ...version,
    document: conformDocument(version.document, itemTypeId, context, (reference) => {
      const target = reference.kind === 'item' ? facts.item(reference.id) : facts.upload(reference.id);
      return target === undefined;
    }),
  }));
}
