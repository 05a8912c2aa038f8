import { Readable } from 'node:stream';
import { isBlurhashValid } from 'blurhash';
import sharp, { type Sharp } from 'sharp';
import { thumbHashToApproximateAspectRatio } from 'thumbhash';
import { expect, it } from 'vitest';
import { measureImage } from './measure-image.ts';

function measure(file: Buffer) {
  return measureImage(async () => Readable.from([file]), file.length);
}

/** Two thirds of a picture are blue, the right one is red. */
function buildFlag(width = 300, height = 100): Sharp {
  const red = {
    create: { width: width / 3, height, channels: 3, background: { r: 255, g: 0, b: 0 } },
  } as const;
  return sharp({ create: { width, height, channels: 3, background: { r: 0, g: 0, b: 255 } } }).composite([
    { input: red, left: (width / 3) * 2, top: 0 },
  ]);
}

it('an image has two placeholders and its dominant colors, the most frequent first', async () => {
  const facts = await measure(await buildFlag().png().toBuffer());
  expect(facts).toMatchObject({ width: 300, height: 100 });
  expect(isBlurhashValid(facts?.blurhash ?? '')).toEqual({ result: true });
  expect(thumbHashToApproximateAspectRatio(Buffer.from(facts?.thumbhash ?? '', 'base64'))).toBeGreaterThan(2);
  expect(facts?.colors.slice(0, 2)).toEqual([
    { red: 0, green: 0, blue: 255, alpha: 255 },
    { red: 255, green: 0, blue: 0, alpha: 255 },
  ]);
});

it('a picture that lies on its side is described as it is shown', async () => {
  const facts = await measure(await buildFlag().jpeg().withMetadata({ orientation: 6 }).toBuffer());
  expect(facts).toMatchObject({ width: 100, height: 300 });
  expect(thumbHashToApproximateAspectRatio(Buffer.from(facts?.thumbhash ?? '', 'base64'))).toBeLessThan(1);
});

it('what cannot be seen is no color', async () => {
  const clear = {
    create: { width: 9, height: 9, channels: 4, background: { r: 9, g: 9, b: 9, alpha: 0 } },
  } as const;
  expect((await measure(await sharp(clear).png().toBuffer()))?.colors).toEqual([]);
});

it('what the camera said is kept, and where it stood is not', async () => {
  const file = await buildFlag()
    .jpeg()
    .withExif({
      IFD0: { Model: 'ILCE-7' },
      IFD2: { ISOSpeedRatings: '10000', Flash: '16', FocalLength: '35/1', ExposureTime: '1/60' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 3230/100' },
    })
    .toBuffer();
  expect((await measure(file))?.exifInfo).toEqual({
    model: 'ILCE-7',
    iso: 10000,
    flash_mode: 16,
    focal_length: 35,
    exposure_time: 0.0166667,
  });
});

it('a block of nonsense where the camera writes is nothing said', async () => {
  const file = await buildFlag()
    .jpeg()
    .withExif({ IFD0: { Model: 'ILCE-7' } })
    .toBuffer();
  const at = file.indexOf('Exif\0\0');
  file.fill(0xff, at + 6, at + 30);
  expect(await measure(file)).toMatchObject({ width: 300, exifInfo: {} });
});

it('what is no image has no measures', async () => {
  expect(await measure(Buffer.from('a text that says it is a picture'))).toBeUndefined();
});
