import type { FilterInput } from '@recto/content/condition';
import { isTrue } from './operators.ts';
import { EXACT } from './sentences.ts';

export const booleanFilter: FilterInput = {
  name: 'BooleanFilter',
  description: 'Specifies how to filter Boolean fields',
  operators: [isTrue(EXACT)],
};
