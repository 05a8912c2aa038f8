import type { MetaName, Ordering, UploadAttribute } from '@recto/content/condition';
import type { ItemType } from '@recto/content/schema/item-type';
import type { GraphQLEnumType } from 'graphql';
import type { OrderReader } from '../resolve/list-arguments.ts';
import { wordEnum } from './enums.ts';
import { fieldOperand, sortedFields } from './filter-keys.ts';
import { fieldName, typeStem } from './names.ts';
import type { SchemaScope } from './scope.ts';

type OrderKeys = Readonly<Record<string, (locale: string) => Ordering['operand']>>;

export interface OrderBy extends OrderReader {
  type: GraphQLEnumType;
}

export function modelOrderBy(scope: SchemaScope, itemType: ItemType): OrderBy {
  const isOrdered = itemType.sortable || itemType.tree;
  return orderBy(
    scope,
    `${typeStem(itemType.apiKey)}ModelOrderBy`,
    isOrdered ? 'position_ASC' : '_updatedAt_DESC',
    () => ({ ...metaOrderKeys(isOrdered), ...fieldOrderKeys(scope, itemType) }),
  );
}

export function uploadOrderBy(scope: SchemaScope): OrderBy {
  return orderBy(scope, 'UploadOrderBy', '_createdAt_DESC', () =>
    Object.fromEntries(
      UPLOAD_KEYS.map(([key, attribute]) => [key, (locale) => ({ kind: 'upload', attribute, locale })]),
    ),
  );
}

const METAS: readonly [key: string, name: MetaName][] = [
  ['_createdAt', 'created_at'],
  ['id', 'id'],
  ['_firstPublishedAt', 'first_published_at'],
  ['position', 'position'],
  ['_publicationScheduledAt', 'publication_scheduled_at'],
  ['_unpublishingScheduledAt', 'unpublishing_scheduled_at'],
  ['_publishedAt', 'published_at'],
  ['_status', 'status'],
  ['_updatedAt', 'updated_at'],
  ['_isValid', 'is_valid'],
];

const UPLOAD_KEYS: readonly [key: string, attribute: UploadAttribute][] = [
  ['_createdAt', 'created_at'],
  ['size', 'size'],
  ['resolution', 'resolution'],
  ['filename', 'filename'],
  ['basename', 'basename'],
  ['mimeType', 'mime_type'],
  ['format', 'format'],
  ['_updatedAt', 'updated_at'],
  ['id', 'id'],
];

function metaOrderKeys(isOrdered: boolean): OrderKeys {
  const offered = METAS.filter(([, name]) => name !== 'position' || isOrdered);
  return Object.fromEntries(offered.map(([key, name]) => [key, () => ({ kind: 'meta', name })]));
}

function fieldOrderKeys(scope: SchemaScope, itemType: ItemType): OrderKeys {
  const fields = sortedFields(scope, itemType).filter(
    (field) => scope.registry.types[field.fieldType].delivery.orderable,
  );
  return Object.fromEntries(fields.map((field) => [fieldName(field.apiKey), fieldOperand(scope, field)]));
}

function orderBy(scope: SchemaScope, name: string, byDefault: string, makeKeys: () => OrderKeys): OrderBy {
  return scope.once(`order ${name}`, () => {
    const keys = makeKeys();
    const words = Object.keys(keys).flatMap((key) => [`${key}_ASC`, `${key}_DESC`]);
    return {
      type: wordEnum(name, words),
      byDefault,
      read: (value, locale) => readOrdering(keys, value, locale),
    };
  });
}

function readOrdering(keys: OrderKeys, value: string, locale: string): Ordering {
  const direction = value.endsWith('_DESC') ? 'desc' : 'asc';
  const operand = keys[value.replace(/_(ASC|DESC)$/, '')];
  if (!operand) throw new Error(`Nothing is ordered by ${value}`);
  return { operand: operand(locale), direction };
}
