import type { FilterInput } from '@recto/content/condition';
import { eq, exists, isIn, neq, notIn } from './operators.ts';
import { DEFINED } from './sentences.ts';

export const linkFilter: FilterInput = {
  name: 'LinkFilter',
  description: 'Specifies how to filter Single-link fields',
  operators: [
    eq('ItemId', 'Search for records with an exact match. The specified value must be a Record ID'),
    neq('ItemId', 'Exclude records with an exact match. The specified value must be a Record ID'),
    isIn('ItemId', 'Filter records linked to one of the specified records'),
    notIn('ItemId', 'Filter records not linked to one of the specified records'),
    exists(DEFINED),
  ],
};
