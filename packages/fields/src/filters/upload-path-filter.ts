import type { FilterInput } from '@recto/content/condition';
import { eq, isIn, neq, neverNull, notIn } from './operators.ts';

export const uploadPathFilter: FilterInput = {
  name: 'UploadPathFilter',
  description: 'Specifies how to filter by path',
  operators: [
    neverNull(eq('String', 'Search the asset with the specified path')),
    neverNull(neq('String', 'Exclude the asset with the specified path')),
    isIn('String', 'Search assets with the specified paths'),
    notIn('String', 'Search assets that do not have the specified paths'),
  ],
};
