import type { FieldType } from '@recto/content/field-type';
import { readEntityId } from '../reading/read-entity-id.ts';
import { readList } from '../reading/read-list.ts';
import { withoutParameters } from '../settings/editor.ts';

/** Records by their ids, in the order given. */
export const links: FieldType<string[]> = {
  name: 'links',
  parse: (input, context) => readList(input, context, (entry, path) => readEntityId(entry, context, path)),
  present: (value) => value,
  isBlank: (value) => value === null || value.length === 0,
  nullValue: [],
  storedAs: 'ids',
  references: (value) => value.map((id, index) => ({ kind: 'item', id, path: [index] })),
  removeReferences: (value, isGone) => value.filter((id) => !isGone({ kind: 'item', id })),
  validators: { required: ['items_item_type'], optional: ['size'] },
  editors: { links_select: withoutParameters, links_embed: withoutParameters },
  hasDefaultValue: false,
  convertFrom: { link: (value) => (typeof value === 'string' ? [value] : null) },
  delivery: { output: { kind: 'link', list: true }, filter: 'LinksFilter', orderable: false },
};
