import type { FilterInput } from '@recto/content/condition';
import { eq, isIn, neq, neverNull, notIn } from './operators.ts';

export const uploadIdFilter: FilterInput = {
  name: 'UploadIdFilter',
  description: 'Specifies how to filter by ID',
  operators: [
    neverNull(eq('UploadId', 'Search the asset with the specified ID')),
    neverNull(neq('UploadId', 'Exclude the asset with the specified ID')),
    isIn('UploadId', 'Search assets with the specified IDs'),
    notIn('UploadId', 'Search assets that do not have the specified IDs'),
  ],
};
