import type { Dast } from '../structured-text/dast.ts';
import { blocksOf } from '../structured-text/walk-document.ts';
import { blockRule } from './block-rule.ts';

export const structuredTextInlineBlocks = blockRule('structured_text_inline_blocks', (value) =>
  blocksOf(value as Dast, ['inlineBlock']),
);
