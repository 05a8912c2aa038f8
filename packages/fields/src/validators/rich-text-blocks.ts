import { blockRule } from './block-rule.ts';

export const richTextBlocks = blockRule('rich_text_blocks', (value, type) =>
  (type.blocks?.(value) ?? []).map((block, index) => ({ block, path: [index] })),
);
