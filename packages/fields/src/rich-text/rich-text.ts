import type { FieldType } from '@recto/content/field-type';
import type { Block } from '@recto/content/item/item';
import { readList } from '../reading/read-list.ts';
import { editor } from '../settings/editor.ts';
import { withDefault } from '../settings/setting.ts';
import { flag } from '../settings/simple-settings.ts';

/** Modular content: blocks in the order given. */
export const richText: FieldType<Block[]> = {
  name: 'rich_text',
  parse: (input, context) => readList(input, context, (slot, path) => context.block(slot, path)),
  present: (value, context) => value.map((block) => context.block(block)),
  isBlank: (value) => value === null || value.length === 0,
  nullValue: [],
  storedAs: 'json',
  blocks: (value) => value,
  mapBlocks: (value, change) =>
    value.map((block) => change(block, 'rich_text_blocks')).filter((block) => block !== null),
  validators: { required: ['rich_text_blocks'], optional: ['size'] },
  editors: { rich_text: editor({ start_collapsed: withDefault(false, flag) }) },
  hasDefaultValue: false,
  convertFrom: { single_block: (value) => [value as Block] },
  delivery: { output: { kind: 'blocks', list: true }, filter: null, orderable: false },
};
