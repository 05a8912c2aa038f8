import { refuseAll } from '@recto/content/refusal';
import { checkNewId } from '@recto/content/schema/check-new-id';
import { refuseStranger } from '#api/access-tokens/ownership.ts';
import { referencesQuery } from '#api/items/contract.ts';
import { itemEntity } from '#api/items/entity.ts';
import { listReferringItems } from '#api/items/list-referring-items.ts';
import { loadCollections } from '#api/upload-collections/table.ts';
import { presentTally, refuseUnless } from '#bulk/attempt-each.ts';
import { bulkAnswer } from '#bulk/contract.ts';
import type { RequestContext } from '#http/context.ts';
import { documentOf, listOf, pageOf } from '#http/document.ts';
import { type Endpoint, endpoint } from '#http/endpoint.ts';
import { idOf } from '#schema/linkage.ts';
import { forEachUpload } from './bulk.ts';
import { type Change, changeUpload, refuseUnknownCollection } from './change-upload.ts';
import {
  bulkDestroyBody,
  bulkSetCollectionBody,
  bulkTagBody,
  createUploadBody,
  listUploadsQuery,
  updateUploadBody,
  updateUploadQuery,
} from './contract.ts';
import { uploadEntity } from './entity.ts';
import { loadFile } from './load-file.ts';
import { newUpload } from './new-upload.ts';
import { overwriteFile } from './overwrite-file.ts';
import { type FiledUpload, mayCreate, mayDestroy, mayMove, mayRead, mayTag, mayUpdate } from './policy.ts';
import { presentUpload } from './present.ts';
import { readListQuery } from './read-list-query.ts';
import { replaceFile } from './replace-file.ts';
import { destroyUpload, saveChangedUpload, saveNewUpload } from './save-upload.ts';
import { findUpload, listUploads } from './table.ts';
import type { Upload } from './upload.ts';

const base = {
  resource: 'upload',
  answer: documentOf(uploadEntity),
  present: (upload: Upload, context: RequestContext) => ({ data: presentUpload(upload, context) }),
};
const one = {
  ...base,
  path: '/uploads/:upload_id',
  load: async (
    { params, body }: { params: Readonly<Record<string, string>>; body?: unknown },
    context: RequestContext,
  ): Promise<FiledUpload> => ({
    upload: await findUpload(context.db, context.environment.id, params.upload_id ?? ''),
    collections: await loadCollections(context, namesCollection(body)),
  }),
};

const list = endpoint({
  ...base,
  rel: 'instances',
  answer: pageOf(uploadEntity),
  method: 'GET',
  path: '/uploads',
  query: listUploadsQuery,
  policy: () => true, // the list holds only what may be read
  run: ({ query }, context) => listUploads(context.db, context.environment.id, readListQuery(query, context)),
  present: ({ uploads, totalCount }, context) => ({
    data: uploads.map((upload) => presentUpload(upload, context)),
    meta: { total_count: totalCount },
  }),
});

const find = endpoint({
  ...one,
  rel: 'self',
  method: 'GET',
  policy: mayRead,
  run: async (_request, _context, { upload }) => upload,
});

const create = endpoint({
  ...base,
  rel: 'create',
  method: 'POST',
  path: '/uploads',
  isJob: true,
  transaction: 'own',
  body: createUploadBody,
  load: ({ body }, context) => loadCollections(context, namesCollection(body)),
  policy: (collections, context, { body }) =>
    mayCreate(collections, idOf(body.data.relationships?.upload_collection) ?? null, context),
  async run({ body }, context, collections) {
    const { id, attributes, relationships } = body.data;
    refuseAll(checkNewId('Upload', id, new Set()));
    const file = await loadFile(attributes.path, context);
    const upload = newUpload(id ?? context.newId(), file, context);
    return saveNewUpload(
      context,
      changeUpload(upload, { attributes, relationships }, circumstances(context, collections)),
    );
  },
});

const update = endpoint({
  ...one,
  rel: 'update',
  method: 'PUT',
  isJob: true,
  transaction: 'own',
  body: updateUploadBody,
  query: updateUploadQuery,
  policy: (filed, context, { body }) => mayUpdate(filed, changeOf(body), context),
  async run({ body, query }, context, { upload, collections }) {
    const change: Change = changeOf(body);
    const creator = change.relationships?.creator?.data;
    if (creator && creator.id !== upload.creator.id) await refuseStranger(context.db, context.site, creator);
    const changed = (current: Upload) => changeUpload(current, change, circumstances(context, collections));
    const { path } = change.attributes;
    if (query.replace_strategy === 'keep_url' && path !== undefined && path !== upload.path) {
      return overwriteFile(context, upload, { path, change: changed });
    }
    const file = await replaceFile(upload, change, context);
    return saveChangedUpload(context, upload.id, (current) => changed({ ...current, ...file }));
  },
});

const destroy = endpoint({
  ...one,
  rel: 'destroy',
  method: 'DELETE',
  transaction: 'own',
  policy: mayDestroy,
  run: (_request, context, { upload }) => destroyUpload(context, upload.id),
});

const listReferences = endpoint({
  ...one,
  rel: 'references',
  answer: listOf(itemEntity),
  method: 'GET',
  path: '/uploads/:upload_id/references',
  query: referencesQuery,
  policy: mayRead,
  run: ({ query }, context, { upload }) =>
    listReferringItems(context, { kind: 'upload', id: upload.id }, query),
  present: (items) => ({ data: items }),
});

const bulk = {
  resource: 'upload',
  answer: bulkAnswer,
  method: 'POST',
  isJob: true,
  transaction: 'own',
  policy: () => true, // asked about each asset
  present: presentTally,
} as const;

const tagMany = endpoint({
  ...bulk,
  rel: 'bulk_tag',
  path: '/uploads/bulk/tag',
  body: bulkTagBody,
  run: ({ body }, context) =>
    forEachUpload(context, body.data.relationships.uploads.data, async (filed) => {
      refuseUnless(mayTag(filed, context));
      await saveChangedUpload(context, filed.upload.id, (current) => ({
        ...current,
        tags: [...new Set([...current.tags, ...body.data.attributes.tags])],
        updatedAt: context.now,
      }));
    }),
});

const moveMany = endpoint({
  ...bulk,
  rel: 'bulk_set_upload_collection',
  path: '/uploads/bulk/set-upload-collection',
  body: bulkSetCollectionBody,
  async run({ body }, context) {
    const { uploads, upload_collection } = body.data.relationships;
    const id = idOf(upload_collection) ?? null;
    refuseUnknownCollection(id, await loadCollections(context, id !== null));
    return forEachUpload(context, uploads.data, async (filed) => {
      refuseUnless(mayMove(filed, id, context));
      await saveChangedUpload(context, filed.upload.id, (current) => ({
        ...current,
        uploadCollectionId: id,
        updatedAt: context.now,
      }));
    });
  },
});

const destroyMany = endpoint({
  ...bulk,
  rel: 'bulk_destroy',
  path: '/uploads/bulk/destroy',
  body: bulkDestroyBody,
  run: ({ body }, context) =>
    forEachUpload(context, body.data.relationships.uploads.data, async (filed) => {
      refuseUnless(mayDestroy(filed, context));
      await destroyUpload(context, filed.upload.id);
    }),
});

export const uploadEndpoints: Endpoint[] = [
  list,
  find,
  create,
  update,
  destroy,
  listReferences,
  tagMany,
  moveMany,
  destroyMany,
];

/** Whether a body says where an asset is to lie. */
function namesCollection(body: unknown): boolean {
  const { data } = (body ?? {}) as { data?: { relationships?: { upload_collection?: { data: unknown } } } };
  return Boolean(data?.relationships?.upload_collection?.data);
}

function changeOf({ data }: { data: { attributes?: object; relationships?: object } }) {
  return { attributes: data.attributes ?? {}, relationships: data.relationships };
}

function circumstances({ environment, now }: RequestContext, collections: FiledUpload['collections']) {
  return { locales: environment.locales, now, collections };
}
