import type { FilterInput } from '@recto/content/condition';
import { eq, isIn, neq, neverNull, notIn } from './operators.ts';

export const itemIdFilter: FilterInput = {
  name: 'ItemIdFilter',
  description: 'Specifies how to filter by ID',
  operators: [
    neverNull(eq('ItemId', 'Search the record with the specified ID')),
    neverNull(neq('ItemId', 'Exclude the record with the specified ID')),
    isIn('ItemId', 'Search records with the specified IDs'),
    notIn('ItemId', 'Search records that do not have the specified IDs'),
  ],
};
