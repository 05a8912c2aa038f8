import { Type } from '@sinclair/typebox';
import { anyObject, linkToCreator, linkToMaybe, nullable, oneOf } from '#http/document.ts';

const text = nullable(Type.String());
const number = nullable(Type.Number());
const channel = Type.Integer();
const byLocale = Type.Record(Type.String(), text);
const focalPoint = nullable(Type.Object({ x: Type.Number(), y: Type.Number() }));

/** An asset as endpoints answer with it. */
export const uploadEntity = Type.Object({
  type: Type.Literal('upload'),
  id: Type.String(),
  attributes: Type.Object({
    size: Type.Integer(),
    width: number,
    height: number,
    path: Type.String(),
    basename: Type.String(),
    filename: Type.String(),
    url: Type.String(),
    format: text,
    author: text,
    copyright: text,
    notes: text,
    md5: Type.String(),
    duration: number,
    frame_rate: number,
    blurhash: text,
    thumbhash: text,
    mux_playback_id: text,
    mux_mp4_highest_res: nullable(oneOf(['high', 'medium', 'low'])),
    default_field_metadata: Type.Union([
      Type.Object({
        alt: byLocale,
        title: byLocale,
        custom_data: Type.Record(Type.String(), anyObject),
        focal_point: focalPoint,
        poster_time: number,
      }),
      // In projects whose focal points are localized.
      Type.Record(
        Type.String(),
        Type.Object({
          alt: text,
          title: text,
          custom_data: anyObject,
          focal_point: focalPoint,
          poster_time: number,
        }),
      ),
    ]),
    is_image: Type.Boolean(),
    created_at: text,
    updated_at: text,
    mime_type: text,
    tags: Type.Array(Type.String()),
    smart_tags: Type.Array(Type.String()),
    exif_info: anyObject,
    colors: Type.Array(Type.Object({ red: channel, green: channel, blue: channel, alpha: channel })),
  }),
  relationships: Type.Object({ creator: linkToCreator, upload_collection: linkToMaybe('upload_collection') }),
  meta: Type.Object({
    antivirus: Type.Object({
      status: oneOf(['pending', 'clean', 'infected', 'failed', 'skipped']),
      checked_at: text,
      threat_name: text,
    }),
  }),
});
