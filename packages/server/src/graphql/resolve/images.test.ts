import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { imgixQuery } from './imgix-query.ts';
import { buildDelivery, buildUpload } from './testing.ts';
import { type SizeParams, transformedSize } from './transformed-size.ts';

describe('the size of a transformed image', () => {
  const original = { width: 800, height: 600 };

  it.each<[SizeParams, number, number]>([
    [{}, 800, 600],
    [{ w: 400 }, 400, 300],
    [{ h: 300 }, 400, 300],
    [{ w: 0.5 }, 400, 300],
    [{ w: 400, h: 100 }, 133, 100],
    [{ w: 1600 }, 1600, 1200],
    [{ w: 1600, fit: 'max' }, 800, 600],
    [{ w: 400, h: 100, fit: 'crop' }, 400, 100],
    [{ w: 400, fit: 'crop', ar: '1:1' }, 400, 400],
    [{ fit: 'crop', ar: '16:9' }, 800, 450],
    [{ w: 400, ar: '1:1' }, 400, 300],
    [{ w: 1600, h: 1600, fit: 'min' }, 600, 600],
    [{ w: 400, h: 400, fit: 'fill' }, 400, 400],
    [{ rect: '100,100,200,100' }, 200, 100],
    [{ w: 100, fit: 'crop', minH: 200 }, 100, 200],
    [{ w: 800, fit: 'crop', maxW: 500 }, 500, 600],
    [{ w: 400, fit: 'max', maxW: 200 }, 400, 300],
  ])('after %o is %d × %d', (params, width, height) => {
    expect(transformedSize(original, params)).toEqual({ width, height });
  });
});

describe('rendering parameters', () => {
  it.each([
    [{}, ''],
    [{ w: 300, h: null }, '?w=300'],
    [{ txtAlign: ['top', 'left'], maxH: 10, fm: 'webp' }, '?fm=webp&max-h=10&txt-align=top,left'],
    [{ ch: ['width', 'saveData'] }, '?ch=Width,Save-Data'],
    [{ txt: 'a&b c' }, '?txt=a%26b%20c'],
    [{ txt: 'a\ud800' }, '?txt=a%EF%BF%BD'],
    [{ skipDefaultOptimizations: true }, '?skip-default-optimizations=true'],
  ])('%j become the query %s', (params, query) => {
    expect(imgixQuery(params)).toBe(query);
  });
});

describe('responsive images', () => {
  const color = { red: 1, green: 2, blue: 3, alpha: 255 };
  const photo = buildUpload({ id: 'boat', colors: [color] });

  it('come in the widths that the original can give', async () => {
    const delivery = buildDelivery({ itemTypes: [], uploads: [photo] });
    const query =
      '{ upload { responsiveImage(imgixParams: { w: 300, auto: format }) { src srcSet webpSrcSet sizes width height aspectRatio bgColor base64 } } }';
    const url = 'https://cms.test/assets/1/boat.jpg?auto=format';
    expect(await delivery.read(query)).toEqual({
      upload: {
        responsiveImage: {
          src: `${url}&w=300`,
          srcSet: [
            `${url}&dpr=0.25&w=300 75w`,
            `${url}&dpr=0.5&w=300 150w`,
            `${url}&dpr=0.75&w=300 225w`,
            `${url}&w=300 300w`,
            `${url}&dpr=1.5&w=300 450w`,
            `${url}&dpr=2&w=300 600w`,
          ].join(','),
          webpSrcSet: expect.stringContaining(`${url}&dpr=0.25&fm=webp&w=300 75w`),
          sizes: '(max-width: 300px) 100vw, 300px',
          width: 300,
          height: 225,
          aspectRatio: 300 / 225,
          bgColor: '#010203',
          base64: null,
        },
      },
    });
  });

  it('are cropped around the focal point unless the crop says around what', async () => {
    const defaultFieldMetadata = {
      en: { alt: null, title: null, custom_data: {}, focal_point: { x: 0.2, y: 0.8 } },
    };
    const delivery = buildDelivery({ itemTypes: [], uploads: [{ ...photo, defaultFieldMetadata }] });
    const query = `{ upload {
      point: responsiveImage(imgixParams: { w: 100, h: 100, fit: crop }) { src }
      faces: responsiveImage(imgixParams: { w: 100, h: 100, fit: crop, crop: faces }) { src }
    } }`;
    expect(await delivery.read(query)).toEqual({
      upload: {
        point: {
          src: 'https://cms.test/assets/1/boat.jpg?crop=focalpoint&fit=crop&fp-x=0.2&fp-y=0.8&h=100&w=100',
        },
        faces: { src: 'https://cms.test/assets/1/boat.jpg?crop=faces&fit=crop&h=100&w=100' },
      },
    });
  });

  it.each([[{ isImage: false, width: null, height: null }], [{ format: 'svg' }]])(
    'are nothing for %o',
    async (overrides) => {
      const delivery = buildDelivery({ itemTypes: [], uploads: [{ ...photo, ...overrides }] });
      expect(await delivery.read('{ upload { responsiveImage { src } } }')).toEqual({
        upload: { responsiveImage: null },
      });
    },
  );
});

describe('blurred placeholders', () => {
  const photo = buildUpload({ id: 'boat', blurhash: 'LEHV6nWB2yk8pyo0adR*.7kCMdnj' });
  const delivery = buildDelivery({ itemTypes: [], uploads: [photo] });

  async function sizeOf(selection: string) {
    type Shown = { blurUpThumb?: string; responsiveImage?: { base64: string } };
    const { upload } = (await delivery.read(`{ upload { ${selection} } }`)) as { upload: Shown };
    const url = upload.blurUpThumb ?? upload.responsiveImage?.base64 ?? '';
    const data = url.replace('data:image/jpeg;base64,', '');
    const { width, height, format } = await sharp(Buffer.from(data, 'base64')).metadata();
    return [format, width, height];
  }

  it.each([
    ['blurUpThumb', 24, 18],
    ['blurUpThumb(size: 8)', 8, 6],
    ['blurUpThumb(imgixParams: { w: 100, h: 400, fit: crop })', 6, 24],
    ['blurUpThumb(size: 1000000, quality: 1000, punch: 1e9)', 100, 75],
    ['blurUpThumb(size: -3, quality: -3, punch: -3)', 1, 1],
    ['responsiveImage(imgixParams: { w: 100, h: 100, fit: crop }) { base64 }', 24, 24],
  ])('%s is a JPEG of %d × %d pixels', async (selection, width, height) => {
    expect(await sizeOf(selection)).toEqual(['jpeg', width, height]);
  });

  it('have more contrast with more punch', async () => {
    const { one, two } = (await delivery.read(
      '{ one: upload { blurUpThumb } two: upload { blurUpThumb(punch: 3) } }',
    )) as Record<string, unknown>;
    expect(one).not.toEqual(two);
  });

  it('are null for what has no pixels', async () => {
    const text = buildDelivery({ itemTypes: [], uploads: [buildUpload({ id: 'note', isImage: false })] });
    expect(await text.read('{ upload { blurUpThumb blurhash thumbhash } }')).toEqual({
      upload: { blurUpThumb: null, blurhash: null, thumbhash: null },
    });
  });
});
