import { isEntityId } from '@recto/content/id';
import type { Json } from '@recto/content/json';
import { type ErrorReason, refusal, refuseAll } from '@recto/content/refusal';
import { mayWriteFilter, type SavedFilter } from '@recto/content/saved-filter/saved-filter';
import { invalidField, type RecordType } from '@recto/content/schema/invalid-field';
import type { TSchema } from '@sinclair/typebox';
import { deleteRows } from '#db/save-rows.ts';
import type { RequestContext } from '#http/context.ts';
import { documentOf, listOf } from '#http/document.ts';
import { type Endpoint, endpoint } from '#http/endpoint.ts';
import {
  type FilterTable,
  findVisibleFilter,
  insertFilter,
  listVisibleFilters,
  refuseTooMany,
  updateFilters,
} from './filter-table.ts';

interface FilterData {
  id?: string;
  attributes?: { shared?: boolean };
}

/** What one kind of saved filter has of its own. */
export interface FilterResource<
  Filter extends SavedFilter,
  Columns extends object,
  NewData extends FilterData,
  ChangeData extends FilterData,
> {
  resource: 'upload_filter' | 'item_type_filter';
  recordType: RecordType;
  /** `/upload-filters` */
  path: string;
  table: FilterTable<Filter, Columns>;
  createBody: TSchema;
  updateBody: TSchema;
  entity: TSchema;
  create(base: Pick<SavedFilter, 'id' | 'creator'>, data: NewData): Filter;
  update(filter: Filter, data: ChangeData): Filter;
  check(filter: Filter, context: RequestContext): ErrorReason[];
  /** `after`: null when the filter goes. */
  follow?(context: RequestContext, before: Filter, after: Filter | null): Promise<void>;
  present(filter: Filter): { attributes: { [name: string]: Json }; relationships?: { [name: string]: Json } };
}

/** The five endpoints of a kind of saved filter. */
export function filterEndpoints<
  Filter extends SavedFilter,
  Columns extends object,
  NewData extends FilterData,
  ChangeData extends FilterData,
>(kind: FilterResource<Filter, Columns, NewData, ChangeData>): Endpoint[] {
  const { resource, path, table } = kind;
  const present = (filter: Filter): Json => ({ type: resource, id: filter.id, ...kind.present(filter) });
  const base = {
    resource,
    answer: documentOf(kind.entity),
    present: (filter: Filter) => ({ data: present(filter) }),
  };
  const one = {
    ...base,
    path: `${path}/:${resource}_id`,
    load: ({ params }: { params: Readonly<Record<string, string>> }, context: RequestContext) =>
      findVisibleFilter(context, table, params[`${resource}_id`]),
  };

  const list = endpoint({
    ...base,
    rel: 'instances',
    method: 'GET',
    path,
    answer: listOf(kind.entity),
    policy: () => true, // the list holds what is shared, and one's own
    run: (_request, context) => listVisibleFilters(context, table),
    present: (filters) => ({ data: filters.map(present) }),
  });

  const find = endpoint({
    ...one,
    rel: 'self',
    method: 'GET',
    policy: () => true, // others' own filters are not found
    run: async (_request, _context, filter) => filter,
  });

  const create = endpoint({
    ...base,
    rel: 'create',
    method: 'POST',
    path,
    body: kind.createBody,
    policy: (_subject, { permissions }, { body }) =>
      mayWriteFilter(permissions, false, sharedOf(body) ?? false),
    async run({ body }, context) {
      const { data } = body as { data: NewData }; // what `createBody` lets through
      if (data.id !== undefined && !isEntityId(data.id)) throw refusal('INVALID_ENTITY_ID', { id: data.id });
      const filter = kind.create({ id: data.id ?? context.newId(), creator: context.identity }, data);
      refuseAll(kind.check(filter, context));
      if (!filter.shared) await refuseTooMany(context, table);
      if (!(await insertFilter(context.db, scopeOf(context), table, filter))) {
        refuseAll([invalidField(kind.recordType, 'id', 'VALIDATION_UNIQUENESS')]);
      }
      return filter;
    },
  });

  const update = endpoint({
    ...one,
    rel: 'update',
    method: 'PUT',
    body: kind.updateBody,
    policy: (filter, { permissions }, { body }) =>
      mayWriteFilter(permissions, filter.shared, sharedOf(body) ?? filter.shared),
    async run({ body }, context, before) {
      const { data } = body as { data: ChangeData }; // what `updateBody` lets through
      const after = kind.update(before, data);
      refuseAll(kind.check(after, context));
      await updateFilters(context.db, scopeOf(context), table, [after]);
      await kind.follow?.(context, before, after);
      return after;
    },
  });

  const destroy = endpoint({
    ...one,
    rel: 'destroy',
    method: 'DELETE',
    policy: (filter, { permissions }) => mayWriteFilter(permissions, filter.shared, false),
    async run(_request, context, filter) {
      await deleteRows(context.db, table.table, context.environment.id, [filter.id]);
      await kind.follow?.(context, filter, null);
      return filter;
    },
  });

  return [list, find, create, update, destroy];
}

function sharedOf(body: unknown): boolean | undefined {
  return (body as { data: FilterData }).data.attributes?.shared; // what either body lets through
}

function scopeOf({ environment, now }: RequestContext) {
  return { environmentId: environment.id, now };
}
