import { BLOCK_ID, buildBlock } from '../testing/contexts.ts';
import type { Samples } from '../testing/samples.ts';

export const samples: Samples = {
  valid: [
    {
      input: [BLOCK_ID, '12345'],
      stored: [buildBlock(), buildBlock({ id: '12345' })],
      presented: [BLOCK_ID, '12345'],
    },
    { input: [] },
  ],
  invalid: [{ input: BLOCK_ID }, { input: [BLOCK_ID, 3], paths: [[1]] }],
  blank: [[]],
  conversions: [{ from: 'single_block', value: buildBlock(), to: [buildBlock()] }],
};
