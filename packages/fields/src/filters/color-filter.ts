import type { FilterInput } from '@recto/content/condition';
import { exists } from './operators.ts';
import { DEFINED } from './sentences.ts';

export const colorFilter: FilterInput = {
  name: 'ColorFilter',
  description: 'Specifies how to filter Color fields',
  operators: [exists(DEFINED)],
};
