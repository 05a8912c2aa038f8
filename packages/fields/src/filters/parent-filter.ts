import type { FilterInput } from '@recto/content/condition';
import { eq, exists } from './operators.ts';

export const parentFilter: FilterInput = {
  name: 'ParentFilter',
  description: 'Specifies how to filter by parent (tree-like collections only)',
  operators: [
    eq('ItemId', 'Filter records children of the specified record. Value must be a Record ID'),
    exists('Filter records with a parent record or not'),
  ],
};
