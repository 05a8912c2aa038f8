import type { Field } from '#project/use-models.ts';

/** Which colors a field type is shown in. */
const GROUPS: Record<Field['field_type'], string> = {
  boolean: 'boolean',
  color: 'color',
  date: 'datetime',
  date_time: 'datetime',
  file: 'media',
  float: 'number',
  gallery: 'media',
  integer: 'number',
  json: 'json',
  lat_lon: 'location',
  link: 'reference',
  links: 'reference',
  rich_text: 'rich-text',
  seo: 'seo',
  single_block: 'rich-text',
  slug: 'seo',
  string: 'text',
  structured_text: 'rich-text',
  text: 'text',
  video: 'media',
};

export function fieldGroupOf(type: Field['field_type']): string {
  return GROUPS[type];
}
