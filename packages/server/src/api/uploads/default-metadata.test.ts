import { describe, expect, it } from 'vitest';
import { patchMetadata, presentMetadata, readMetadataPatch } from './default-metadata.ts';

const locales = ['en', 'it'];
const nothing = { alt: null, title: null, custom_data: {}, focal_point: null, poster_time: null };
const point = { x: 0.1, y: 0.2 };

describe('the default metadata of an asset', () => {
  it('names every locale, also those nobody mentioned', () => {
    const stored = patchMetadata({}, readMetadataPatch({ en: { alt: 'A cat' } }, locales));
    expect(presentMetadata(stored, locales, true)).toEqual({ en: { ...nothing, alt: 'A cat' }, it: nothing });
  });

  it('keeps what a change does not mention', () => {
    const stored = patchMetadata({}, { en: { alt: 'A cat', title: 'Cat' }, it: { alt: 'Un gatto' } });
    const changed = patchMetadata(stored, { en: { alt: null } });
    expect(changed).toMatchObject({ en: { alt: null, title: 'Cat' }, it: { alt: 'Un gatto' } });
  });

  it('may come and go by attribute, with one focal point for all locales', () => {
    const patch = readMetadataPatch({ alt: { en: 'A cat' }, focal_point: point }, locales);
    const stored = patchMetadata({}, patch);
    expect(stored).toMatchObject({ en: { alt: 'A cat', focal_point: point }, it: { focal_point: point } });
    expect(presentMetadata(stored, locales, false)).toEqual({
      alt: { en: 'A cat', it: null },
      title: { en: null, it: null },
      custom_data: { en: {}, it: {} },
      focal_point: point,
      poster_time: null,
    });
  });
});
