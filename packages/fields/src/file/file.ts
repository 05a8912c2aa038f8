import type { FieldType } from '@recto/content/field-type';
import { withoutParameters } from '../settings/editor.ts';
import { type AssetValue, presentAsset } from './asset-value.ts';
import { readAsset } from './read-asset.ts';

/** One upload, with the texts and the focal point it has in this record. */
export const file: FieldType<AssetValue> = {
  name: 'file',
  parse: (input, context) => readAsset(input, context, context.path),
  present: presentAsset,
  isBlank: (value) => value === null,
  text: (value) => [value.alt, value.title].filter(Boolean).join('\n'),
  storedAs: 'asset',
  references: (value) => [{ kind: 'upload', id: value.upload_id, path: [] }],
  removeReferences: (value, isGone) => (isGone({ kind: 'upload', id: value.upload_id }) ? null : value),
  validators: {
    required: [],
    optional: [
      'required',
      'file_size',
      'image_dimensions',
      'image_aspect_ratio',
      'extension',
      'required_alt_title',
    ],
  },
  editors: { file: withoutParameters },
  hasDefaultValue: false,
  convertFrom: {
    gallery: (value) => (Array.isArray(value) && value.length === 1 ? (value[0] as AssetValue) : null),
  },
  delivery: { output: { kind: 'asset', list: false }, filter: 'FileFilter', orderable: false },
};
