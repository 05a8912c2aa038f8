import type { JsonObject } from '@recto/content/json';
import { checkFilterName } from '@recto/content/saved-filter/item-type-filter';
import type { SavedFilter } from '@recto/content/saved-filter/saved-filter';
import type { Static } from '@sinclair/typebox';
import type { Endpoint } from '#http/endpoint.ts';
import { filterEndpoints } from '#saved-filters/filter-endpoints.ts';
import { createUploadFilterBody, updateUploadFilterBody, uploadFilterEntity } from './contract.ts';

type NewData = Static<typeof createUploadFilterBody>['data'];
type ChangeData = Static<typeof updateUploadFilterBody>['data'];

export const uploadFilterEndpoints: Endpoint[] = filterEndpoints({
  resource: 'upload_filter',
  recordType: 'UploadFilter',
  path: '/upload-filters',
  table: { table: 'upload_filter', fromColumns: () => ({}), toColumns: () => ({}) },
  createBody: createUploadFilterBody,
  updateBody: updateUploadFilterBody,
  entity: uploadFilterEntity,
  create: (base, { attributes: { name, filter, shared } }: NewData): SavedFilter => ({
    ...base,
    name,
    filter: filter as JsonObject, // a body is JSON
    shared,
  }),
  update: (before, { attributes: { name, filter, shared = before.shared } }: ChangeData) => ({
    ...before,
    name,
    filter: filter as JsonObject, // a body is JSON
    shared,
  }),
  check: (filter) => checkFilterName('UploadFilter', filter),
  present: ({ name, filter, shared }) => ({ attributes: { name, filter, shared } }),
});
