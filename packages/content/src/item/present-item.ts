import type { Json, JsonObject } from '../json.ts';
import type { Field } from '../schema/field.ts';
import { emptyValue } from './default-value.ts';
import type { DocumentRules } from './document-rules.ts';
import { localizedValues } from './field-values.ts';
import { formatInstant } from './format-instant.ts';
import { type Block, type Document, type Identity, type Item, statusOf } from './item.ts';

/** How an answer shows a record. */
export interface Presentation {
  /** Which of its two documents stands in `attributes`. */
  version: 'current' | 'published';
  /** Whole blocks instead of their ids. */
  nested: boolean;
  /** For records of a tree. */
  hasChildren: boolean | null;
}

/** The JSON:API resource of a record. */
export function presentItem(item: Item, presentation: Presentation, rules: DocumentRules): JsonObject {
  const document = presentation.version === 'published' ? item.published : item.current;
  return {
    id: item.id,
    type: 'item',
    attributes: {
      ...presentAttributes(document ?? {}, item.itemTypeId, presentation.nested, rules),
      ...presentPlacement(item, rules),
    },
    relationships: {
      item_type: { data: { id: item.itemTypeId, type: 'item_type' } },
      creator: presentIdentity(item.creator),
    },
    meta: presentMeta(item, presentation.hasChildren, rules.schema.settings.timeZone),
  };
}

/** One key for each field of the model, localized values in the order of their locales. */
export function presentAttributes(
  document: Document,
  itemTypeId: string,
  nested: boolean,
  rules: DocumentRules,
): JsonObject {
  const attributes: JsonObject = {};
  for (const field of rules.schema.fieldsOf(itemTypeId)) {
    const stored = document[field.id] ?? null;
    attributes[field.apiKey] = field.localized
      ? presentLocalized(field, stored, nested, rules)
      : presentValue(field, stored, nested, rules);
  }
  return attributes;
}

/** A block as a resource of its own: what nested answers put in its place. */
export function presentBlock(block: Block, nested: boolean, rules: DocumentRules): JsonObject {
  return {
    id: block.id,
    type: 'item',
    attributes: presentAttributes(block.values, block.itemTypeId, nested, rules),
    relationships: { item_type: { data: { id: block.itemTypeId, type: 'item_type' } } },
  };
}

export function presentIdentity({ type, id }: Identity): JsonObject {
  return { data: { id, type } };
}

function presentLocalized(field: Field, stored: Json, nested: boolean, rules: DocumentRules): JsonObject {
  const values = localizedValues(stored);
  const locales = Object.keys(values).sort();
  return Object.fromEntries(
    locales.map((locale) => [locale, presentValue(field, values[locale] ?? null, nested, rules)]),
  );
}

function presentValue(field: Field, value: Json, nested: boolean, rules: DocumentRules): Json {
  if (value === null) return emptyValue(field, rules);
  const { timeZone, millisecondsInDatetime } = rules.schema.settings;
  return rules.registry.types[field.fieldType].present(value, {
    timeZone,
    milliseconds: millisecondsInDatetime,
    block: (block) => (nested ? presentBlock(block, nested, rules) : block.id),
  });
}

function presentPlacement(item: Item, { schema }: DocumentRules): JsonObject {
  const itemType = schema.itemTypes.get(item.itemTypeId);
  if (itemType?.tree) return { position: item.position, parent_id: item.parentId };
  return itemType?.sortable ? { position: item.position } : {};
}

/** The record's own part of an answer; a block that is read by itself shows that of its record. */
export function presentMeta(item: Item, hasChildren: boolean | null, timeZone: string): JsonObject {
  const moment = (date: string | null) => date && formatInstant(date, timeZone);
  return {
    created_at: moment(item.createdAt),
    updated_at: moment(item.updatedAt),
    published_at: moment(item.publishedAt),
    first_published_at: moment(item.firstPublishedAt),
    publication_scheduled_at: moment(item.publicationScheduledAt),
    unpublishing_scheduled_at: moment(item.unpublishingScheduledAt),
    status: statusOf(item),
    is_valid: item.isCurrentValid,
    is_current_version_valid: item.isCurrentValid,
    is_published_version_valid: item.isPublishedValid,
    current_version: item.currentVersionId,
    stage: item.stage,
    has_children: hasChildren,
  };
}
