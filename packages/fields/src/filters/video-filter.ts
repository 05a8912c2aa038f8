import type { FilterInput } from '@recto/content/condition';
import { exists } from './operators.ts';
import { DEFINED } from './sentences.ts';

export const videoFilter: FilterInput = {
  name: 'VideoFilter',
  description: 'Specifies how to filter Video fields',
  operators: [exists(DEFINED)],
};
