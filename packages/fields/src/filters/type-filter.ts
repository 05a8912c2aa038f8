import type { FilterInput } from '@recto/content/condition';
import { eq, isIn, neq, neverNull, notIn } from './operators.ts';

export const typeFilter: FilterInput = {
  name: 'TypeFilter',
  description: 'Specifies how to filter by upload type',
  operators: [
    neverNull(eq('UploadType', 'Search uploads with the specified type')),
    neverNull(neq('UploadType', 'Exclude uploads with the specified type')),
    isIn('UploadType', 'Search uploads with the specified types'),
    notIn('UploadType', 'Search uploads without the specified types'),
  ],
};
