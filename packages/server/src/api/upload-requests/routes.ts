import type { Static } from '@sinclair/typebox';
import { loadCollections } from '#api/upload-collections/table.ts';
import { refuseUnknownCollection } from '#api/uploads/change-upload.ts';
import { mayCreate } from '#api/uploads/policy.ts';
import { uploadPathOf } from '#assets/asset-path.ts';
import type { RequestContext } from '#http/context.ts';
import { documentOf } from '#http/document.ts';
import { type Endpoint, endpoint } from '#http/endpoint.ts';
import { idOf } from '#schema/linkage.ts';
import { cleanFileName } from './clean-file-name.ts';
import { createUploadRequestBody, uploadRequestEntity } from './contract.ts';
import { signUploadUrl } from './signed-url.ts';
import { insertUploadRequest, type UploadRequest } from './table.ts';

/** Long enough for a gigabyte over a slow line to begin. */
const VALID_MS = 60 * 60 * 1000;

const create = endpoint({
  resource: 'upload_request',
  rel: 'create',
  answer: documentOf(uploadRequestEntity),
  method: 'POST',
  path: '/upload-requests',
  body: createUploadRequestBody,
  load: ({ body }, context) => loadCollections(context, collectionOf(body) !== null),
  policy: (collections, context, { body }) => mayCreate(collections, collectionOf(body), context),
  run({ body }, context, collections) {
    refuseUnknownCollection(collectionOf(body), collections);
    return reservePath(cleanFileName(body.data.attributes?.filename ?? ''), context);
  },
  present: ({ id, expiresAt }, { settings }) => ({
    data: {
      type: 'upload_request',
      id,
      attributes: {
        url: signUploadUrl(settings.assetsUrl, id, expiresAt, settings.secret),
        request_headers: {},
      },
    },
  }),
});

export const uploadRequestEndpoints: Endpoint[] = [create];

/** Where the asset is going to lie. */
function collectionOf({ data }: Static<typeof createUploadRequestBody>): string | null {
  return idOf(data.relationships?.upload_collection) ?? null;
}

/** Two files of one name in one moment: the later one's moment is moved on. */
async function reservePath(filename: string, context: RequestContext): Promise<UploadRequest> {
  const { db, site, now } = context;
  for (let moment = now.getTime(); ; moment += 1) {
    const request = {
      id: uploadPathOf(site.id, `${moment}-${filename}`),
      siteId: site.id,
      filename,
      createdAt: now,
      expiresAt: new Date(now.getTime() + VALID_MS),
    };
    if (await insertUploadRequest(db, request)) return request;
  }
}
