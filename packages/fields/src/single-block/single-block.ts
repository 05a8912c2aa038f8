import type { FieldType } from '@recto/content/field-type';
import type { Block } from '@recto/content/item/item';
import { editor } from '../settings/editor.ts';
import { withDefault } from '../settings/setting.ts';
import { flag } from '../settings/simple-settings.ts';

/** One block, or none. */
export const singleBlock: FieldType<Block> = {
  name: 'single_block',
  parse: (input, context) => context.block(input, context.path),
  present: (value, context) => context.block(value),
  isBlank: (value) => value === null,
  storedAs: 'json',
  blocks: (value) => [value],
  mapBlocks: (value, change) => change(value, 'single_block_blocks'),
  validators: { required: ['single_block_blocks'], optional: ['required'] },
  editors: {
    framed_single_block: editor({ start_collapsed: withDefault(false, flag) }),
    frameless_single_block: editor({ start_collapsed: flag }),
  },
  hasDefaultValue: false,
  convertFrom: {
    rich_text: (value) => (Array.isArray(value) && value.length === 1 ? (value[0] as Block) : null),
  },
  delivery: { output: { kind: 'blocks', list: false }, filter: null, orderable: false },
};
