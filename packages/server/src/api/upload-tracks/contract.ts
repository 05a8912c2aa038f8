import { Type } from '@sinclair/typebox';
import { identifier, nullable, oneOf } from '#http/document.ts';

const strict = { additionalProperties: false };

export const TRACK_KINDS = ['subtitles', 'audio'] as const;
export type TrackKind = (typeof TRACK_KINDS)[number];

const name = Type.Optional(Type.String({ minLength: 1, maxLength: 255 }));
const languageCode = Type.String({ maxLength: 60 });

export const createTrackBody = Type.Object(
  {
    data: Type.Object(
      {
        type: Type.Literal('upload_track'),
        attributes: Type.Object(
          {
            url_or_upload_request_id: Type.String({ maxLength: 2000 }),
            type: oneOf(TRACK_KINDS),
            name,
            language_code: languageCode,
            closed_captions: Type.Optional(nullable(Type.Boolean())),
          },
          strict,
        ),
      },
      strict,
    ),
  },
  strict,
);

export const generateSubtitlesBody = Type.Object(
  {
    data: Type.Object(
      {
        type: Type.Literal('subtitles_generation'),
        attributes: Type.Object({ name, language_code: languageCode }, strict),
      },
      strict,
    ),
  },
  strict,
);

export const uploadTrackEntity = Type.Object({
  type: Type.Literal('upload_track'),
  id: Type.String(),
  attributes: Type.Object({
    type: oneOf(TRACK_KINDS),
    name: Type.String(),
    language_code: Type.String(),
    error: nullable(Type.String()),
    status: oneOf(['preparing', 'ready', 'errored']),
    closed_captions: nullable(Type.Boolean()),
  }),
  relationships: Type.Object({ upload: Type.Object({ data: identifier('upload') }) }),
});
