import type { FieldType } from '@recto/content/field-type';
import { type AssetValue, presentAsset } from '../file/asset-value.ts';
import { readAsset } from '../file/read-asset.ts';
import { readList } from '../reading/read-list.ts';
import { withoutParameters } from '../settings/editor.ts';

/** Uploads in the order given, each as in a single-asset field. */
export const gallery: FieldType<AssetValue[]> = {
  name: 'gallery',
  parse: (input, context) => readList(input, context, (entry, path) => readAsset(entry, context, path)),
  present: (value) => value.map(presentAsset),
  isBlank: (value) => value === null || value.length === 0,
  nullValue: [],
  text: (value) => value.flatMap(({ alt, title }) => [alt, title].filter(Boolean)).join('\n'),
  storedAs: 'assets',
  references: (value) =>
    value.map(({ upload_id }, index) => ({ kind: 'upload', id: upload_id, path: [index] })),
  removeReferences: (value, isGone) =>
    value.filter(({ upload_id }) => !isGone({ kind: 'upload', id: upload_id })),
  validators: {
    required: [],
    optional: [
      'size',
      'file_size',
      'image_dimensions',
      'image_aspect_ratio',
      'extension',
      'required_alt_title',
    ],
  },
  editors: { gallery: withoutParameters },
  hasDefaultValue: false,
  convertFrom: { file: (value) => [value as AssetValue] },
  delivery: { output: { kind: 'asset', list: true }, filter: 'GalleryFilter', orderable: false },
};
