import type { FilterInput } from '@recto/content/condition';
import { bounds, eq, neq } from './operators.ts';

// The published sentence of `lte` says larger.
const BOUNDS = {
  gt: 'Search all assets larger than the specified height',
  lt: 'Search all assets smaller than the specified height',
  gte: 'Search all assets larger or equal to the specified height',
  lte: 'Search all assets larger or equal to the specified height',
};

export const uploadHeightFilter: FilterInput = {
  name: 'UploadHeightFilter',
  description: 'Specifies how to filter by height',
  operators: [
    ...bounds('IntType', BOUNDS),
    eq('IntType', 'Search assets with the specified height'),
    neq('IntType', 'Search assets that do not have the specified height'),
  ],
};
