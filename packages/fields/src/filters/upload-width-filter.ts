import type { FilterInput } from '@recto/content/condition';
import { bounds, eq, neq } from './operators.ts';

// The published sentence of `lte` says larger.
const BOUNDS = {
  gt: 'Search all assets larger than the specified width',
  lt: 'Search all assets smaller than the specified width',
  gte: 'Search all assets larger or equal to the specified width',
  lte: 'Search all assets larger or equal to the specified width',
};

export const uploadWidthFilter: FilterInput = {
  name: 'UploadWidthFilter',
  description: 'Specifies how to filter by width',
  operators: [
    ...bounds('IntType', BOUNDS),
    eq('IntType', 'Search assets with the specified width'),
    neq('IntType', 'Search assets that do not have the specified width'),
  ],
};
