import { BLOCK_ID, buildBlock } from '../testing/contexts.ts';
import type { Samples } from '../testing/samples.ts';

export const samples: Samples = {
  valid: [{ input: BLOCK_ID, stored: buildBlock(), presented: BLOCK_ID }],
  invalid: [{ input: 3 }, { input: [BLOCK_ID] }],
  conversions: [
    { from: 'rich_text', value: [buildBlock()], to: buildBlock() },
    { from: 'rich_text', value: [buildBlock(), buildBlock()], to: null },
  ],
};
