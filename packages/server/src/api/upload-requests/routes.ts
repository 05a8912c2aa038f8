import { mayActOnUpload } from '@recto/content/permissions/evaluate';
import { Refusal } from '@recto/content/refusal';
import { invalidField } from '@recto/content/schema/invalid-field';
import { uploadPathOf } from '#assets/asset-path.ts';
import type { RequestContext } from '#http/context.ts';
import { type Endpoint, endpoint } from '#http/endpoint.ts';
import { cleanFileName } from './clean-file-name.ts';
import { createUploadRequestBody } from './contract.ts';
import { signUploadUrl } from './signed-url.ts';
import { insertUploadRequest, type UploadRequest } from './table.ts';

/** Long enough for a gigabyte over a slow line to begin. */
const VALID_MS = 60 * 60 * 1000;

const create = endpoint({
  resource: 'upload_request',
  rel: 'create',
  method: 'POST',
  path: '/upload-requests',
  body: createUploadRequestBody,
  policy: (_subject, { permissions, identity }) =>
    mayActOnUpload(permissions, { action: 'create', identity, nonLocalized: true }),
  run({ body }, context) {
    const { attributes, relationships } = body.data;
    refuseCollection(relationships?.upload_collection?.data?.id);
    return reservePath(cleanFileName(attributes?.filename ?? ''), context);
  },
  present: ({ id, expiresAt }, { settings }) => ({
    data: {
      type: 'upload_request',
      id,
      attributes: {
        url: signUploadUrl(settings.publicUrl, id, expiresAt, settings.secret),
        request_headers: {},
      },
    },
  }),
});

export const uploadRequestEndpoints: Endpoint[] = [create];

/** There are none in this version. */
function refuseCollection(id: string | undefined): void {
  if (id !== undefined)
    throw new Refusal([invalidField('Upload', 'upload_collection', 'VALIDATION_INVALID')]);
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
