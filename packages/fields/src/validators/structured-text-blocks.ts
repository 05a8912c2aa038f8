import type { Dast } from '../structured-text/dast.ts';
import { blocksOf } from '../structured-text/walk-document.ts';
import { blockRule } from './block-rule.ts';

export const structuredTextBlocks = blockRule('structured_text_blocks', (value) =>
  blocksOf(value as Dast, ['block']),
);
