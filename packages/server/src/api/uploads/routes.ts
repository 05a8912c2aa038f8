import { refuseAll } from '@recto/content/refusal';
import { checkNewId } from '@recto/content/schema/check-new-id';
import type { RequestContext } from '#http/context.ts';
import { type Endpoint, endpoint } from '#http/endpoint.ts';
import { changeUpload } from './change-upload.ts';
import { createUploadBody, listUploadsQuery, updateUploadBody, updateUploadQuery } from './contract.ts';
import { loadFile } from './load-file.ts';
import { newUpload } from './new-upload.ts';
import { mayCreate, mayDestroy, mayRead, mayUpdate } from './policy.ts';
import { presentUpload } from './present.ts';
import { readListQuery } from './read-list-query.ts';
import { replaceFile } from './replace-file.ts';
import { destroyUpload, saveChangedUpload, saveNewUpload } from './save-upload.ts';
import { findUpload, listUploads } from './table.ts';
import type { Upload } from './upload.ts';

const base = {
  resource: 'upload',
  present: (upload: Upload, context: RequestContext) => ({ data: presentUpload(upload, context) }),
};
const one = {
  ...base,
  path: '/uploads/:upload_id',
  load: ({ params }: { params: Readonly<Record<string, string>> }, { db, environment }: RequestContext) =>
    findUpload(db, environment.id, params.upload_id ?? ''),
};

const list = endpoint({
  ...base,
  rel: 'instances',
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
  run: async (_request, _context, upload) => upload,
});

const create = endpoint({
  ...base,
  rel: 'create',
  method: 'POST',
  path: '/uploads',
  isJob: true,
  transaction: 'own',
  body: createUploadBody,
  policy: (_subject, context) => mayCreate(context),
  async run({ body }, context) {
    const { id, attributes, relationships } = body.data;
    refuseAll(checkNewId('Upload', id, new Set()));
    const file = await loadFile(attributes.path, context);
    const upload = newUpload(id ?? context.newId(), file, context);
    return saveNewUpload(
      context,
      changeUpload(upload, { attributes, relationships }, localesAndNow(context)),
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
  policy: (upload, context, { body }) => mayUpdate(upload, changeOf(body), context),
  async run({ body }, context, { id, ...upload }) {
    const change = changeOf(body);
    const file = await replaceFile({ id, ...upload }, change, context);
    return saveChangedUpload(context, id, (current) =>
      changeUpload({ ...current, ...file }, change, localesAndNow(context)),
    );
  },
});

const destroy = endpoint({
  ...one,
  rel: 'destroy',
  method: 'DELETE',
  transaction: 'own',
  policy: mayDestroy,
  run: (_request, context, { id }) => destroyUpload(context, id),
});

export const uploadEndpoints: Endpoint[] = [list, find, create, update, destroy];

function changeOf({ data }: { data: { attributes?: object; relationships?: object } }) {
  return { attributes: data.attributes ?? {}, relationships: data.relationships };
}

function localesAndNow({ environment, now }: RequestContext) {
  return { locales: environment.locales, now };
}
