import { refusal } from '@recto/content/refusal';
import type { Static } from '@sinclair/typebox';
import { loadCollections } from '#api/upload-collections/table.ts';
import { type FiledUpload, mayRead, mayTag } from '#api/uploads/policy.ts';
import { recordUploadEvent, removeUnusedFile } from '#api/uploads/save-upload.ts';
import { findUpload } from '#api/uploads/table.ts';
import type { Upload } from '#api/uploads/upload.ts';
import { storePathOf } from '#assets/asset-path.ts';
import type { RequestContext } from '#http/context.ts';
import { documentOf, listOf } from '#http/document.ts';
import { type Endpoint, endpoint } from '#http/endpoint.ts';
import { createTrackBody, generateSubtitlesBody, uploadTrackEntity } from './contract.ts';
import { downloadTrack, isUrl, unusable } from './download-track.ts';
import { inspectTrack } from './inspect-track.ts';
import { nameOfLanguage, readLanguageCode } from './language.ts';
import { presentTrack } from './present.ts';
import { deleteTrack, insertTrack, listTracks, type UploadTrack } from './table.ts';

type Params = { params: Readonly<Record<string, string>> };

const base = {
  resource: 'upload_track',
  path: '/uploads/:upload_id/tracks',
  answer: documentOf(uploadTrackEntity),
  load: async ({ params }: Params, context: RequestContext): Promise<FiledUpload> => ({
    upload: await findUpload(context.db, context.environment.id, params.upload_id ?? ''),
    collections: await loadCollections(context, false),
  }),
  present: (track: UploadTrack) => ({ data: presentTrack(track) }),
};
const job = { ...base, isJob: true, transaction: 'own', policy: mayTag } as const;

const list = endpoint({
  ...base,
  rel: 'instances',
  method: 'GET',
  answer: listOf(uploadTrackEntity),
  policy: mayRead,
  run: (_request, { db, environment }, { upload }) => listTracks(db, environment.id, upload.id),
  present: (tracks) => ({ data: tracks.map(presentTrack) }),
});

const create = endpoint({
  ...job,
  rel: 'create',
  method: 'POST',
  body: createTrackBody,
  async run({ body }, context, { upload }) {
    refuseElsewhere(context, upload);
    const track = await readTrack(context, upload, body.data.attributes);
    await context.db.transaction().execute(async (db) => {
      await insertTrack(db, context.environment.id, track);
      await recordUploadEvent(db, context, 'update', upload.id);
    });
    return track;
  },
});

const destroy = endpoint({
  ...job,
  rel: 'destroy',
  method: 'DELETE',
  path: '/uploads/:upload_id/tracks/:upload_track_id',
  async run({ params }, context, { upload }) {
    refuseElsewhere(context, upload);
    const { db, environment } = context;
    const tracks = await listTracks(db, environment.id, upload.id);
    const track = tracks.find(({ id }) => id === params.upload_track_id);
    if (!track) throw refusal('NOT_FOUND');
    await db.transaction().execute(async (transaction) => {
      await deleteTrack(transaction, environment.id, track.id);
      await recordUploadEvent(transaction, context, 'update', upload.id);
    });
    await removeUnusedFile(context, track.path);
    return track;
  },
});

/** Nothing here listens to speech. */
const generateSubtitles = endpoint({
  ...job,
  rel: 'generate_subtitles',
  method: 'POST',
  path: '/uploads/:upload_id/tracks/generate-subtitles',
  body: generateSubtitlesBody,
  async run({ body }, context, { upload }): Promise<UploadTrack> {
    refuseElsewhere(context, upload);
    languageOf(body.data.attributes.language_code);
    throw refusal('MUX_ERROR', { reason: 'no_speech_recognition' });
  },
});

export const uploadTrackEndpoints: Endpoint[] = [list, create, destroy, generateSubtitles];

/** Environments share what is made of a video: only the primary one changes it. */
function refuseElsewhere({ environment }: RequestContext, { mimeType }: Upload): void {
  if (!environment.isPrimary) throw refusal('IMMUTABLE_UPLOAD_TRACKS_IN_SANDBOX_ENVIRONMENT');
  if (!mimeType?.startsWith('video/')) throw refusal('NOT_A_VIDEO');
}

type Attributes = Static<typeof createTrackBody>['data']['attributes'];

async function readTrack(
  context: RequestContext,
  upload: Upload,
  { type, name, language_code, closed_captions, url_or_upload_request_id: source }: Attributes,
): Promise<UploadTrack> {
  const languageCode = languageOf(language_code);
  const { files, site, now, newId } = context;
  const path = isUrl(source) ? await downloadTrack(source, context) : source;
  const storePath = storePathOf(path, site.id);
  const error = storePath === undefined ? undefined : await inspectTrack(files, storePath, type);
  if (error === undefined) throw unusable('no_file');
  return {
    id: newId(),
    uploadId: upload.id,
    kind: type,
    name: name ?? nameOfLanguage(languageCode),
    languageCode,
    closedCaptions: closed_captions ?? (type === 'subtitles' ? false : null),
    path,
    error,
    createdAt: now,
  };
}

function languageOf(sent: string): string {
  const code = readLanguageCode(sent);
  if (code !== undefined) return code;
  throw refusal('INVALID_FIELD', { field: 'language_code', code: 'VALIDATION_INVALID' });
}
