import { blockRule } from './block-rule.ts';

export const singleBlockBlocks = blockRule('single_block_blocks', (value, type) =>
  (type.blocks?.(value) ?? []).map((block) => ({ block, path: [] })),
);
