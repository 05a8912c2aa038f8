import type { FieldType } from '@recto/content/field-type';
import { editor } from '../settings/editor.ts';
import { listOf, withDefault } from '../settings/setting.ts';
import { oneOf } from '../settings/simple-settings.ts';
import { orderSeoKeys, readSeo, type Seo } from './read-seo.ts';

const INPUTS = ['title', 'description', 'image', 'no_index', 'twitter_card'] as const;
const PREVIEWS = ['google', 'twitter', 'slack', 'whatsapp', 'telegram', 'facebook', 'linkedin'] as const;

/** What search engines and social networks are told about a record. */
export const seo: FieldType<Seo> = {
  name: 'seo',
  parse: readSeo,
  present: orderSeoKeys,
  isBlank: (value) =>
    value === null || !(value.title || value.description || value.image || value.twitter_card),
  text: (value) => [value.title, value.description].filter(Boolean).join('\n'),
  storedAs: 'json',
  references: (value) => (value.image ? [{ kind: 'upload', id: value.image, path: ['image'] }] : []),
  removeReferences: (value, isGone) =>
    value.image && isGone({ kind: 'upload', id: value.image }) ? { ...value, image: null } : value,
  validators: {
    required: [],
    optional: [
      'required_seo_fields',
      'file_size',
      'image_dimensions',
      'image_aspect_ratio',
      'title_length',
      'description_length',
    ],
  },
  editors: {
    seo: editor({
      fields: withDefault([...INPUTS], listOf(oneOf(INPUTS))),
      previews: withDefault([...PREVIEWS], listOf(oneOf(PREVIEWS))),
    }),
  },
  hasDefaultValue: false,
  delivery: { output: { kind: 'object', type: 'SeoField' }, filter: 'SeoFilter', orderable: false },
};
