import { collectFacts } from '@recto/content/item/collect-facts';
import { compareDocuments } from '@recto/content/item/compare-documents';
import { localesOf } from '@recto/content/item/field-values';
import type { Item } from '@recto/content/item/item';
import { validateDocument } from '@recto/content/item/validate-document';
import type { JsonObject } from '@recto/content/json';
import { presentPublication, presentUnpublishing } from '#api/schedules/present.ts';
import { findSchedules, type Schedules } from '#api/schedules/table.ts';
import type { RequestContext } from '#http/context.ts';
import { presentLinkage } from '#schema/linkage.ts';
import { loadFacts } from './facts.ts';

/** What a choice of locales to publish has to show: where the two versions differ, and what is not valid. */
export async function compareVersions(
  context: RequestContext,
  item: Item,
): Promise<{ state: JsonObject; included: JsonObject[] }> {
  const fields = context.schema.fieldsOf(item.itemTypeId);
  const difference = compareDocuments(item.published ?? {}, item.current, fields);
  const request = collectFacts(item.current, item.itemTypeId, context);
  const facts = await loadFacts(context.db, context.environment.id, request);
  const problems = validateDocument(item.current, item.itemTypeId, context, facts.seenBy(item.id));
  const invalid = new Set(problems.map(({ locale }) => locale));
  const plans = await loadPlans(context, item);
  const state = {
    id: item.id,
    type: 'item_current_vs_published_state',
    attributes: {
      current_version_locales: localesOf(item.current, fields),
      published_version_locales: localesOf(item.published ?? {}, fields),
      changed_locales: difference.changedLocales,
      added_locales: difference.addedLocales,
      removed_locales: difference.removedLocales,
      non_localized_fields_changed: difference.nonLocalizedChanged,
      current_version_invalid_locales: [...invalid].filter((locale) => locale !== null),
      current_version_non_localized_fields_invalid: invalid.has(null),
    },
    relationships: {
      scheduled_publication: presentLinkage('scheduled_publication', plans.publication?.id ?? null),
      scheduled_unpublishing: presentLinkage('scheduled_unpublishing', plans.unpublishing?.id ?? null),
      published_version: {
        data: item.publishedVersionId && { id: item.publishedVersionId, type: 'item_version' },
      },
    },
  };
  const { timeZone } = context.schema.settings;
  return {
    state,
    included: [
      ...(plans.publication ? [presentPublication(plans.publication, timeZone)] : []),
      ...(plans.unpublishing ? [presentUnpublishing(plans.unpublishing, timeZone)] : []),
    ],
  };
}

/** Most records have none, which they say themselves. */
async function loadPlans({ db, environment }: RequestContext, item: Item): Promise<Schedules> {
  if (!item.publicationScheduledAt && !item.unpublishingScheduledAt) {
    return { publication: null, unpublishing: null };
  }
  return findSchedules(db, { environmentId: environment.id, itemId: item.id });
}
