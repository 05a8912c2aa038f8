import { collectFacts } from '@recto/content/item/collect-facts';
import { compareDocuments } from '@recto/content/item/compare-documents';
import { localesOf } from '@recto/content/item/field-values';
import type { Item } from '@recto/content/item/item';
import { validateDocument } from '@recto/content/item/validate-document';
import type { JsonObject } from '@recto/content/json';
import type { RequestContext } from '#http/context.ts';
import { loadFacts } from './facts.ts';

/** What a choice of locales to publish has to show: where the two versions differ, and what is not valid. */
export async function compareVersions(context: RequestContext, item: Item): Promise<JsonObject> {
  const fields = context.schema.fieldsOf(item.itemTypeId);
  const difference = compareDocuments(item.published ?? {}, item.current, fields);
  const request = collectFacts(item.current, item.itemTypeId, context);
  const facts = await loadFacts(context.db, context.environment.id, request);
  const problems = validateDocument(item.current, item.itemTypeId, context, facts.seenBy(item.id));
  const invalid = new Set(problems.map(({ locale }) => locale));
  return {
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
      scheduled_publication: { data: null },
      scheduled_unpublishing: { data: null },
      published_version: {
        data: item.publishedVersionId && { id: item.publishedVersionId, type: 'item_version' },
      },
    },
  };
}
