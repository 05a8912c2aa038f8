import { checkUploadCollection, type UploadCollection } from '@recto/content/media/upload-collection';
import { hasFlag } from '@recto/content/permissions/evaluate';
import { refuseAll } from '@recto/content/refusal';
import type { Static } from '@sinclair/typebox';
import { dropRulesAbout } from '#api/roles/drop-rules.ts';
import type { Endpoint } from '#http/endpoint.ts';
import { treeEndpoints } from '#tree/tree-endpoints.ts';
import {
  createUploadCollectionBody,
  updateUploadCollectionBody,
  uploadCollectionEntity,
} from './contract.ts';
import { uploadCollectionTable } from './table.ts';

type NewData = Static<typeof createUploadCollectionBody>['data'];
type ChangeData = Static<typeof updateUploadCollectionBody>['data'];

export const uploadCollectionEndpoints: Endpoint[] = treeEndpoints({
  resource: 'upload_collection',
  recordType: 'UploadCollection',
  path: '/upload-collections',
  table: uploadCollectionTable,
  createBody: createUploadCollectionBody,
  updateBody: updateUploadCollectionBody,
  entity: uploadCollectionEntity,
  mayWrite: ({ permissions }) => hasFlag(permissions, 'can_manage_upload_collections'),
  create: (id, { attributes }: NewData) =>
    checked({ id, label: attributes.label, parentId: null, position: 0 }),
  update: (collection, { attributes }: ChangeData) =>
    checked({ ...collection, label: attributes?.label ?? collection.label }),
  async destroy({ id }, { db, site, environment }) {
    await dropRulesAbout(db, { siteId: site.id, environment: environment.name, uploadCollectionId: id });
  },
  presentAttributes: ({ label }) => ({ label }),
});

function checked(collection: UploadCollection): UploadCollection {
  refuseAll(checkUploadCollection(collection));
  return collection;
}
