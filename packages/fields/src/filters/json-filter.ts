import type { FilterInput } from '@recto/content/condition';
import { exists } from './operators.ts';
import { DEFINED } from './sentences.ts';

export const jsonFilter: FilterInput = {
  name: 'JsonFilter',
  description: 'Specifies how to filter JSON fields',
  operators: [exists(DEFINED)],
};
