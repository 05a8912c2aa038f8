import type { MetaName } from '@recto/content/condition';
import type { DocumentRules } from '@recto/content/item/document-rules';
import { type Document, type Item, statusOf } from '@recto/content/item/item';
import type { ItemChange } from '@recto/content/item/item-change';
import { isJsonObject, isSameJson, type Json } from '@recto/content/json';
import {
  anyRecordTag,
  childrenTag,
  contentTag,
  fieldTag,
  membersTag,
  metaTag,
  type ReadVersion,
  recordTag,
  valueTag,
} from './content-tags.ts';
import { hasValueTag } from './indexed-value.ts';

const VERSIONS = ['current', 'published'] as const;

type Change = Pick<ItemChange, 'before' | 'after'>;

/** What a change of a record touches, in the answers with drafts and in the published ones. References are told of
 *  apart (`changed-reference-tags.ts`). */
export function changedItemTags(environmentId: string, change: Change, rules: DocumentRules): string[] {
  return VERSIONS.flatMap((version) => {
    const place = { environmentId, version };
    const tags = versionTags(viewOf(change.before, version), viewOf(change.after, version), place, rules);
    return tags.length > 0 ? [...tags, contentTag(place)] : [];
  });
}

function versionTags(
  before: View | null,
  after: View | null,
  place: ReadVersion,
  rules: DocumentRules,
): string[] {
  if (before && after) return changedViewTags(before, after, place, rules);
  const only = before ?? after;
  return only ? comingTags(only, place, rules) : [];
}

/** A record as readers of one version see it. */
interface View {
  item: Item;
  document: Document;
  /** Of everything that readers of this version may be told about. */
  validity: string;
}

function viewOf(item: Item | null, version: ReadVersion['version']): View | null {
  if (!item) return null;
  if (version === 'current') {
    return { item, document: item.current, validity: `${item.isCurrentValid} ${item.isPublishedValid}` };
  }
  if (item.publishedVersionId === null) return null;
  return { item, document: item.published ?? {}, validity: String(item.isPublishedValid) };
}

/** It comes, or it goes. */
function comingTags({ item, document }: View, place: ReadVersion, rules: DocumentRules): string[] {
  const { id, itemTypeId, parentId } = item;
  return [
    recordTag(place, id),
    anyRecordTag(place, itemTypeId),
    membersTag(place, itemTypeId),
    ...(parentId === null ? [] : [childrenTag(place, parentId)]),
    ...Object.entries(document).flatMap(([fieldId, value]) => valueTags(fieldId, value, place, rules)),
  ];
}

function changedViewTags(before: View, after: View, place: ReadVersion, rules: DocumentRules): string[] {
  const { id, itemTypeId } = after.item;
  const fields = changedFields(before.document, after.document);
  const metas = changedMetas(before, after, fields.length > 0);
  const saysOther =
    fields.length > 0 || metas.some((name) => place.version === 'current' || !OF_THE_DRAFT.has(name));
  return [
    ...(saysOther ? [recordTag(place, id), anyRecordTag(place, itemTypeId)] : []),
    ...metas.map((name) => metaTag(place, itemTypeId, name)),
    ...fields.flatMap((fieldId) => [
      fieldTag(place, fieldId),
      ...valueTags(fieldId, before.document[fieldId], place, rules),
      ...valueTags(fieldId, after.document[fieldId], place, rules),
    ]),
    ...(metas.some((name) => OF_CHILDREN.has(name)) ? siblingTags(before, after, place) : []),
  ];
}

/** Metas that decide whether a record is among the children that are seen, and where: strict readers see valid ones only,
 *  roles those of some stages or makers. */
const OF_CHILDREN: ReadonlySet<MetaName> = new Set(['parent', 'position', 'is_valid', 'stage', 'creator']);

/** Metas of a record that say something about its draft, also to readers of what is published. */
const OF_THE_DRAFT: ReadonlySet<MetaName> = new Set([
  'updated_at',
  'status',
  'stage',
  'publication_scheduled_at',
  'unpublishing_scheduled_at',
]);

function changedFields(before: Document, after: Document): string[] {
  if (before === after) return [];
  const ids = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...ids].filter((id) => !isSameJson(before[id] ?? null, after[id] ?? null));
}

type MetaValue = string | number | null;

const METAS: readonly [MetaName, (view: View) => MetaValue][] = [
  ['created_at', ({ item }) => item.createdAt],
  ['updated_at', ({ item }) => item.updatedAt],
  ['published_at', ({ item }) => item.publishedAt],
  ['first_published_at', ({ item }) => item.firstPublishedAt],
  ['publication_scheduled_at', ({ item }) => item.publicationScheduledAt],
  ['unpublishing_scheduled_at', ({ item }) => item.unpublishingScheduledAt],
  ['is_valid', ({ validity }) => validity],
  ['status', ({ item }) => statusOf(item)],
  ['stage', ({ item }) => item.stage],
  ['parent', ({ item }) => item.parentId],
  ['position', ({ item }) => item.position],
  ['creator', ({ item }) => `${item.creator.type}:${item.creator.id}`],
];

function changedMetas(before: View, after: View, hasOtherFields: boolean): MetaName[] {
  const changed = METAS.filter(([, read]) => read(before) !== read(after)).map(([name]) => name);
  return hasOtherFields ? [...changed, 'locales'] : changed;
}

/** A localized value in any of its locales. */
function valueTags(
  fieldId: string,
  value: Json | undefined,
  place: ReadVersion,
  { schema, registry }: DocumentRules,
): string[] {
  const field = schema.fields.get(fieldId);
  if (!field) return [];
  const { storedAs } = registry.types[field.fieldType];
  const values = field.localized ? (isJsonObject(value) ? Object.values(value) : []) : [value];
  return values
    .filter((each) => hasValueTag(storedAs, each))
    .map((each) => valueTag(place, fieldId, each as string)); // the filter lets only texts through
}

function siblingTags(before: View, after: View, place: ReadVersion): string[] {
  return [before.item.parentId, after.item.parentId].flatMap((id) =>
    id === null ? [] : [childrenTag(place, id)],
  );
}
