import type { FilterInput } from '@recto/content/condition';
import { bounds, eq, neq, neverNull } from './operators.ts';

// The published sentence of `lte` says larger.
const BOUNDS = {
  gt: 'Search all assets larger than the specified size (in bytes)',
  lt: 'Search all assets smaller than the specified size (in bytes)',
  gte: 'Search all assets larger or equal to the specified size (in bytes)',
  lte: 'Search all assets larger or equal to the specified size (in bytes)',
};

export const uploadSizeFilter: FilterInput = {
  name: 'UploadSizeFilter',
  description: 'Specifies how to filter by size',
  operators: [
    ...bounds('IntType', BOUNDS),
    neverNull(eq('IntType', 'Search assets with the specified size (in bytes)')),
    neverNull(neq('IntType', 'Search assets that do not have the specified size (in bytes)')),
  ],
};
