import type { FilterInput } from '@recto/content/condition';
import { eq, isIn, neq, neverNull, notIn } from './operators.ts';

export const statusFilter: FilterInput = {
  name: 'StatusFilter',
  description: 'Specifies how to filter by status',
  operators: [
    neverNull(eq('ItemStatus', 'Search the record with the specified status')),
    neverNull(neq('ItemStatus', 'Exclude the record with the specified status')),
    isIn('ItemStatus', 'Search records with the specified statuses'),
    notIn('ItemStatus', 'Search records without the specified statuses'),
  ],
};
