import { mergeFactsRequests } from '@recto/content/item/collect-facts';
import { destroyItem } from '@recto/content/item/destroy-item';
import type { Item } from '@recto/content/item/item';
import type { Circumstances, ItemChange } from '@recto/content/item/item-change';
import { publishDocument } from '@recto/content/item/publish-item';
import { fieldsWithStrategy } from '@recto/content/item/reference-strategies';
import { selectForPublishing, selectForUnpublishing } from '@recto/content/item/select-locales';
import { unpublishItem } from '@recto/content/item/unpublish-item';
import { validateDocument } from '@recto/content/item/validate-document';
import { refusal } from '@recto/content/refusal';
import type { Static } from '@sinclair/typebox';
import type { RequestContext } from '#http/context.ts';
import { circumstancesOf } from './circumstances.ts';
import type { publishItemBody, unpublishItemBody } from './contract.ts';
import { loadFacts } from './facts.ts';
import { withGapClosed } from './place.ts';
import { refuseForbiddenContent } from './policy.ts';
import { decidePublication, factsOf, loadPublicationFacts, loadPublicationReach } from './publication.ts';
import { refuseLocked } from './refuse-locked.ts';
import { saveChanges } from './save-changes.ts';
import { findRemovalReach, findWithReferrers, type LoadedItem } from './table.ts';
import { modelOf } from './write-item.ts';

/** A record with the others that a change of its state concerns. */
export interface Neighbourhood extends LoadedItem {
  others: LoadedItem[];
}

export async function loadForPublishing(context: RequestContext, id: string): Promise<Neighbourhood> {
  return centredOn(id, await loadPublicationReach(context, [id]));
}

export async function loadForUnpublishing(context: RequestContext, id: string): Promise<Neighbourhood> {
  const fields = fieldsWithStrategy(context, ({ onUnpublish }) => onUnpublish === 'unpublish');
  return centredOn(id, await findRemovalReach(context.db, context.environment.id, [id], fields));
}

export async function loadForDestroying(context: RequestContext, id: string): Promise<Neighbourhood> {
  return centredOn(id, await findWithReferrers(context.db, context.environment.id, [id]));
}

function centredOn(id: string, loaded: readonly LoadedItem[]): Neighbourhood {
  const own = loaded.find(({ item }) => item.id === id);
  if (!own) throw refusal('NOT_FOUND');
  return { ...own, others: loaded.filter((each) => each !== own) };
}

/** Publishes the whole record, or what the body selects. */
export async function publishRecord(
  context: RequestContext,
  { item, hasChildren, others }: Neighbourhood,
  body: Static<typeof publishItemBody> | undefined,
  recursive: boolean,
): Promise<LoadedItem> {
  const selection = body?.data?.attributes;
  const document = selection
    ? selectForPublishing(
        item,
        { locales: selection.content_in_locales, nonLocalized: selection.non_localized_content },
        context,
      )
    : item.current;
  const publication = { item, document, recursive, reach: others };
  const facts = await loadPublicationFacts(context, publication);
  const changes = decidePublication(context, publication, facts);
  for (const change of changes) refuseForbiddenPublication(context, change);
  await saveChanges(context, { changes, facts });
  return { item: changes[0]?.after ?? item, hasChildren };
}

export function refuseForbiddenPublication(context: RequestContext, { before, after }: ItemChange): void {
  if (!before || !after) return;
  const change = { before: before.published ?? {}, after: after.published ?? {} };
  refuseForbiddenContent(context, 'publish', before, change);
}

export async function unpublishRecord(
  context: RequestContext,
  { item, hasChildren, others }: Neighbourhood,
  body: Static<typeof unpublishItemBody> | undefined,
  recursive: boolean,
): Promise<LoadedItem> {
  const locales = body?.data?.attributes.content_in_locales;
  const facts = await loadFactsOf(context, [item, ...others.map((other) => other.item)]);
  const circumstances = circumstancesOf(context, facts);
  const changes = locales
    ? [takeOffLocales(item, locales, circumstances)]
    : unpublishItem({ item, recursive, affected: others.map((other) => other.item) }, circumstances);
  for (const change of changes.filter(isTakenOff)) refuseForbiddenPublication(context, change);
  await saveChanges(context, { changes, facts });
  return { item: changes[0]?.after ?? item, hasChildren };
}

/** What stays was published before, also where rules that came later find it invalid. */
function takeOffLocales(item: Item, locales: readonly string[], circumstances: Circumstances): ItemChange {
  const document = selectForUnpublishing(item, locales, circumstances);
  const facts = circumstances.facts.seenBy(item.id);
  const isValid = validateDocument(document, item.itemTypeId, circumstances, facts).length === 0;
  return publishDocument(item, document, circumstances, isValid);
}

/** Losing a link is a consequence that nobody needs a right for. */
export function isTakenOff({ after, events }: ItemChange): boolean {
  return after?.published === null || events.some(({ eventType }) => eventType === 'unpublish');
}

export async function destroyRecord(context: RequestContext, loaded: Neighbourhood): Promise<LoadedItem> {
  refuseLocked(loaded, context);
  const { item, hasChildren, others } = loaded;
  const facts = await loadFactsOf(context, [item, ...others.map((other) => other.item)]);
  const referrers = others.map((other) => other.item);
  const changes = destroyItem({ item, hasChildren, referrers }, circumstancesOf(context, facts));
  const itemType = modelOf(context, item);
  await withGapClosed(context, { item, itemType }, (shifts, db) =>
    saveChanges(context, { changes, facts, shifts }, db),
  );
  return { item, hasChildren };
}

function loadFactsOf(context: RequestContext, items: readonly Item[]) {
  const request = mergeFactsRequests(items.flatMap((item) => factsOf(item, context)));
  return loadFacts(context.db, context.environment.id, request);
}
