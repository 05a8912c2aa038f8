import type { UploadSource } from '../delivery-context.ts';

/** An asset whose video has been processed. */
export interface VideoSource {
  source: UploadSource;
  playbackId: string;
  assetId: string;
  /** Whole seconds. */
  duration: number | null;
  framerate: number | null;
  /** The best plain file there is; null while there is none. */
  highestMp4: Mp4Quality | null;
  /** Seconds into the video: the picture that stands for it. Null: whichever the player takes. */
  posterTime: number | null;
  /** Where streams and pictures of videos are served, without a slash at the end. */
  streamsUrl: string;
  imagesUrl: string;
}

/** From the worst to the best. */
const QUALITIES = ['low', 'medium', 'high'] as const;
type Mp4Quality = (typeof QUALITIES)[number];

interface Mp4Arguments {
  res?: Mp4Quality | null;
  exactRes?: Mp4Quality | null;
}

interface ThumbnailArguments {
  format?: string | null;
  time?: number | null;
  width?: number | null;
  height?: number | null;
  fitMode?: string | null;
  rotate?: string | null;
  flipV?: boolean | null;
  flipH?: boolean | null;
}

export function streamingUrl({ streamsUrl, playbackId }: VideoSource): string {
  return `${streamsUrl}/${playbackId}.m3u8`;
}

/** The best file up to a quality, or exactly that one; null when there is no such file. */
export function mp4Url(video: VideoSource, { res, exactRes }: Mp4Arguments): string | null {
  const best = video.highestMp4 === null ? -1 : QUALITIES.indexOf(video.highestMp4);
  const wanted = QUALITIES.indexOf(exactRes ?? res ?? 'high');
  if (best < 0 || (exactRes && wanted > best)) return null;
  return `${video.streamsUrl}/${video.playbackId}/${QUALITIES[Math.min(wanted, best)]}.mp4`;
}

/** A still picture shows the moment that an editor chose, unless the query names one; a moving one begins at the start. */
export function thumbnailUrl(video: VideoSource, args: ThumbnailArguments): string {
  const format = args.format ?? 'jpg';
  const time = args.time ?? (format === 'gif' ? null : video.posterTime);
  const query = new URLSearchParams();
  const add = (name: string, value: unknown) => {
    if (value !== null && value !== undefined) query.set(name, String(value));
  };
  add('time', time);
  add('width', args.width);
  add('height', args.height);
  add('fit_mode', args.fitMode);
  add('rotate', args.rotate?.replace('ROTATE_', ''));
  add('flip_v', args.flipV);
  add('flip_h', args.flipH);
  const text = query.toString();
  return `${video.imagesUrl}/${video.playbackId}/thumbnail.${format}${text && `?${text}`}`;
}
