import type { Condition, Operand, Ordering, UploadAttribute } from '@recto/content/condition';
import { readableUploads } from '@recto/content/permissions/evaluate';
import { refusal } from '@recto/content/refusal';
import { filterInputs } from '@recto/fields/filters/registry';
import { uploadFilterKeys } from '@recto/fields/filters/upload-filter-keys';
import type { Static } from '@sinclair/typebox';
import { invalidFilter, readOperators, snakeCase } from '#api/items/read-field-filters.ts';
import type { RequestContext } from '#http/context.ts';
import type { listUploadsQuery } from './contract.ts';
import type { UploadPage } from './table.ts';

const DEFAULT_LIMIT = 30;

/** Query string → what to look for, among what the caller may see. */
export function readListQuery(query: Static<typeof listUploadsQuery>, context: RequestContext): UploadPage {
  const { permissions, identity, environment } = context;
  const locale = query.locale ?? environment.locales[0] ?? '';
  const { ids, query: text, fields } = query.filter ?? {};
  const conditions: Condition[] = [
    readableUploads(permissions, identity),
    ...(ids === undefined ? [] : [hasId(ids)]),
    ...(text ? [mentions(text, locale)] : []),
    ...Object.entries(fields ?? {}).flatMap(([key, operators]) =>
      readFieldFilter(key, operators, locale, context.schema.settings.timeZone),
    ),
  ];
  return {
    condition: { kind: 'and', conditions },
    order: readOrdering(query.order_by),
    offset: query.page?.offset ?? 0,
    limit: query.page?.limit ?? DEFAULT_LIMIT,
  };
}

function hasId(ids: string | readonly string[]): Condition {
  const values = (typeof ids === 'string' ? ids.split(',') : [...ids]).map((id) => id.trim());
  return { kind: 'in', operand: { kind: 'upload', attribute: 'id', locale: null }, values };
}

const SEARCHED = ['filename', 'alt', 'title', 'author', 'copyright', 'notes'] as const;

function mentions(text: string, locale: string): Condition {
  const pattern = text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  const conditions = SEARCHED.map(
    (attribute): Condition => ({
      kind: 'matches',
      operand: { kind: 'upload', attribute, locale },
      pattern,
      caseSensitive: false,
      regexp: true,
    }),
  );
  return { kind: 'or', conditions };
}

function readFieldFilter(key: string, operators: unknown, locale: string, timeZone: string): Condition[] {
  if (key === 'upload_collection') {
    return readOperators(operators, { key, input: filterInputs.LinkFilter, operand: COLLECTION, timeZone });
  }
  const known = uploadFilterKeys.find((candidate) => snakeCase(candidate.key) === key);
  if (!known) throw invalidFilter({ field: key });
  const operand = { kind: 'upload', attribute: known.attribute, locale } as const;
  return readOperators(operators, { key, input: filterInputs[known.filter], operand, timeZone });
}

/** Only here: the delivery API does not know collections. */
const COLLECTION: Operand = { kind: 'meta', name: 'upload_collection' };

const ORDERABLE: Readonly<Record<string, UploadAttribute>> = {
  id: 'id',
  _created_at: 'created_at',
  _updated_at: 'updated_at',
  size: 'size',
  width: 'width',
  height: 'height',
  basename: 'basename',
  filename: 'filename',
  format: 'format',
  mime_type: 'mime_type',
  author: 'author',
  copyright: 'copyright',
  notes: 'notes',
  resolution: 'resolution',
};

function readOrdering(orderBy: string | undefined): Ordering[] {
  if (orderBy === undefined) return [ordering('created_at', 'desc')];
  return orderBy.split(',').map((rule) => {
    const [, key, direction] = /^(\w+)_(ASC|DESC)$/.exec(rule.trim()) ?? [];
    const attribute = key !== undefined && Object.hasOwn(ORDERABLE, key) ? ORDERABLE[key] : undefined;
    if (!attribute) {
      throw refusal('INVALID_PARAMS', { messages: [`#/order_by: does not know "${rule.slice(0, 100)}".`] });
    }
    return ordering(attribute, direction === 'ASC' ? 'asc' : 'desc');
  });
}

function ordering(attribute: UploadAttribute, direction: 'asc' | 'desc'): Ordering {
  return { operand: { kind: 'upload', attribute, locale: null }, direction };
}
