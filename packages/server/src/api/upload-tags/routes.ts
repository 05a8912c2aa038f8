import { mayActOnUpload } from '@recto/content/permissions/evaluate';
import { refuseAll } from '@recto/content/refusal';
import { invalidField } from '@recto/content/schema/invalid-field';
import { documentOf } from '#http/document.ts';
import { type Endpoint, endpoint } from '#http/endpoint.ts';
import { createUploadTagBody, listTagsQuery, uploadTagEntity, uploadTagPage } from './contract.ts';
import { presentTag, presentTagPage } from './present.ts';
import { readTagQuery } from './read-tag-query.ts';
import { insertTag, listTags } from './table.ts';

const list = endpoint({
  resource: 'upload_tag',
  rel: 'instances',
  method: 'GET',
  path: '/upload-tags',
  query: listTagsQuery,
  answer: uploadTagPage,
  policy: () => true,
  run: ({ query }, { db, environment }) => listTags(db, environment.id, readTagQuery(query)),
  present: (page) => presentTagPage('upload_tag', page),
});

const create = endpoint({
  resource: 'upload_tag',
  rel: 'create',
  method: 'POST',
  path: '/upload-tags',
  body: createUploadTagBody,
  answer: documentOf(uploadTagEntity),
  // Whoever may tag any asset.
  policy: (_subject, { permissions, identity }) =>
    mayActOnUpload(permissions, { action: 'create', identity, nonLocalized: true }) ||
    mayActOnUpload(permissions, { action: 'update', identity, nonLocalized: true }),
  async run({ body }, { db, environment }) {
    const name = body.data.attributes.name.trim();
    if (name === '') refuseAll([invalidField('UploadTag', 'name', 'VALIDATION_REQUIRED')]);
    if (!(await insertTag(db, environment.id, name))) {
      refuseAll([invalidField('UploadTag', 'name', 'VALIDATION_UNIQUENESS')]);
    }
    return name;
  },
  present: (name) => ({ data: presentTag('upload_tag', name) }),
});

export const uploadTagEndpoints: Endpoint[] = [list, create];
