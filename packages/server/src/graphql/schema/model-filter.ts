import type { MetaName } from '@recto/content/condition';
import type { ItemType } from '@recto/content/schema/item-type';
import type { FilterInputName } from '@recto/fields/filters/registry';
import { uploadFilterKeys } from '@recto/fields/filters/upload-filter-keys';
import { deepFilterKey } from './deep-filter.ts';
import {
  type FilterKey,
  type FilterKeys,
  fieldFilterKey,
  fieldOperand,
  operatorKey,
  sortedFields,
} from './filter-keys.ts';
import { type Filter, filterOf, modelFilterName } from './filter-of.ts';
import { fieldName } from './names.ts';
import type { SchemaScope } from './scope.ts';
import { stageFilterKey } from './stage-fields.ts';

export function modelFilter(scope: SchemaScope, itemType: ItemType): Filter {
  return filterOf(scope, modelFilterName(itemType), () => modelFilterKeys(scope, itemType));
}

export function uploadFilter(scope: SchemaScope): Filter {
  return filterOf(scope, 'UploadFilter', () =>
    Object.fromEntries(
      uploadFilterKeys.map(({ key, filter, attribute }) => [
        key,
        operatorKey(scope, filter, (locale) => ({ kind: 'upload', attribute, locale })),
      ]),
    ),
  );
}

/** What the records of a model can be filtered by, in the published order: metas first, fields by name. */
function modelFilterKeys(scope: SchemaScope, itemType: ItemType): FilterKeys {
  return {
    ...metaFilterKeys(scope, itemType),
    ...stageFilterKey(scope, itemType),
    ...fieldFilterKeys(scope, itemType),
  };
}

const METAS: readonly [key: string, filter: FilterInputName, name: MetaName][] = [
  ['_createdAt', 'CreatedAtFilter', 'created_at'],
  ['id', 'ItemIdFilter', 'id'],
  ['_firstPublishedAt', 'PublishedAtFilter', 'first_published_at'],
  ['parent', 'ParentFilter', 'parent'],
  ['position', 'PositionFilter', 'position'],
  ['_publicationScheduledAt', 'PublishedAtFilter', 'publication_scheduled_at'],
  ['_unpublishingScheduledAt', 'PublishedAtFilter', 'unpublishing_scheduled_at'],
  ['_publishedAt', 'PublishedAtFilter', 'published_at'],
  ['_status', 'StatusFilter', 'status'],
  ['_updatedAt', 'UpdatedAtFilter', 'updated_at'],
  ['_isValid', 'BooleanFilter', 'is_valid'],
  ['_locales', 'LocalesFilter', 'locales'],
];

function metaFilterKeys(scope: SchemaScope, itemType: ItemType): FilterKeys {
  const isLocalized = scope.schema.fieldsOf(itemType.id).some((field) => field.localized);
  const offered = METAS.filter(
    ([, , name]) =>
      (name !== 'parent' || itemType.tree) &&
      (name !== 'position' || itemType.tree || itemType.sortable) &&
      (name !== 'locales' || isLocalized),
  );
  return Object.fromEntries(
    offered.map(([key, filter, name]) => [key, operatorKey(scope, filter, () => ({ kind: 'meta', name }))]),
  );
}

function fieldFilterKeys(scope: SchemaScope, itemType: ItemType): FilterKeys {
  const keys: Record<string, FilterKey> = {};
  for (const field of sortedFields(scope, itemType)) {
    const key =
      deepFilterKey(scope, itemType, field) ?? fieldFilterKey(scope, field, fieldOperand(scope, field));
    if (key) keys[fieldName(field.apiKey)] = key;
  }
  return keys;
}
