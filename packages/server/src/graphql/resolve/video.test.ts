import { describe, expect, it } from 'vitest';
import { buildUpload } from './testing.ts';
import { mp4Url, streamingUrl, thumbnailUrl, type VideoSource } from './video.ts';

const source = {
  upload: buildUpload({ id: 'film' }),
  override: null,
  scope: { locale: 'en', fallbackLocales: [] },
};

function buildVideo(overrides: Partial<VideoSource> = {}): VideoSource {
  const urls = { streamsUrl: 'https://cms.test/video', imagesUrl: 'https://cms.test/video-image' };
  const film = { source, playbackId: 'p1', assetId: 'a1', duration: 90, framerate: 25 };
  return { ...film, highestMp4: 'high', posterTime: null, ...urls, ...overrides };
}

it('a processed video is streamed', () => {
  expect(streamingUrl(buildVideo())).toBe('https://cms.test/video/p1.m3u8');
});

describe('the plain file of a video', () => {
  it.each([
    ['high', {}, 'high'],
    ['high', { res: 'medium' }, 'medium'],
    ['medium', { res: 'high' }, 'medium'],
    ['low', {}, 'low'],
    ['medium', { exactRes: 'medium' }, 'medium'],
    ['medium', { exactRes: 'low' }, 'low'],
  ] as const)('of at most %s quality, asked for with %o, is the %s one', (highestMp4, args, quality) => {
    expect(mp4Url(buildVideo({ highestMp4 }), args)).toBe(`https://cms.test/video/p1/${quality}.mp4`);
  });

  it('is null where there is none, or not that one', () => {
    expect(mp4Url(buildVideo({ highestMp4: null }), {})).toBeNull();
    expect(mp4Url(buildVideo({ highestMp4: 'medium' }), { exactRes: 'high' })).toBeNull();
  });
});

describe('the picture of a video', () => {
  it.each([
    [{}, null, 'jpg'],
    [
      { format: 'png', width: 100, height: 50, fitMode: 'smartcrop' },
      null,
      'png?width=100&height=50&fit_mode=smartcrop',
    ],
    [{ rotate: 'ROTATE_90', flipV: true, flipH: false }, null, 'jpg?rotate=90&flip_v=true&flip_h=false'],
    [{}, 12.5, 'jpg?time=12.5'],
    [{ time: 0 }, 12.5, 'jpg?time=0'],
    [{ format: 'gif' }, 12.5, 'gif'],
  ])('asked for with %o, its moment being %s, is thumbnail.%s', (args, posterTime, file) => {
    expect(thumbnailUrl(buildVideo({ posterTime }), args)).toBe(
      `https://cms.test/video-image/p1/thumbnail.${file}`,
    );
  });
});
