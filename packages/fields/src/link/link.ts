import type { FieldType } from '@recto/content/field-type';
import { readEntityId } from '../reading/read-entity-id.ts';
import { withoutParameters } from '../settings/editor.ts';

/** One record, by its id. */
export const link: FieldType<string> = {
  name: 'link',
  parse: (input, context) => readEntityId(input, context),
  present: (value) => value,
  isBlank: (value) => value === null,
  storedAs: 'id',
  references: (value) => [{ kind: 'item', id: value, path: [] }],
  removeReferences: (value, isGone) => (isGone({ kind: 'item', id: value }) ? null : value),
  validators: { required: ['item_item_type'], optional: ['required', 'unique'] },
  editors: { link_select: withoutParameters, link_embed: withoutParameters },
  hasDefaultValue: false,
  convertFrom: { links: (value) => (Array.isArray(value) && value.length === 1 ? String(value[0]) : null) },
  delivery: { output: { kind: 'link', list: false }, filter: 'LinkFilter', orderable: false },
};
