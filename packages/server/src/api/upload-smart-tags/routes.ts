import { Type } from '@sinclair/typebox';
import { listTagsQuery } from '#api/upload-tags/contract.ts';
import { presentTagPage } from '#api/upload-tags/present.ts';
import { readTagQuery } from '#api/upload-tags/read-tag-query.ts';
import { listSmartTags } from '#api/upload-tags/table.ts';
import { type Endpoint, endpoint } from '#http/endpoint.ts';

export const uploadSmartTagPage = Type.Object({
  data: Type.Array(
    Type.Object({
      type: Type.Literal('upload_smart_tag'),
      id: Type.String(),
      attributes: Type.Object({ name: Type.String() }),
    }),
  ),
  meta: Type.Object({ total_count: Type.Integer() }),
});

const list = endpoint({
  resource: 'upload_smart_tag',
  rel: 'instances',
  method: 'GET',
  path: '/upload-smart-tags',
  query: listTagsQuery,
  answer: uploadSmartTagPage,
  policy: () => true,
  run: ({ query }, { db, environment }) => listSmartTags(db, environment.id, readTagQuery(query)),
  present: (page) => presentTagPage('upload_smart_tag', page),
});

export const uploadSmartTagEndpoints: Endpoint[] = [list];
