import type { FilterInput } from '@recto/content/condition';
import { eq, isIn, neq, neverNull, notIn } from './operators.ts';

export const uploadMd5Filter: FilterInput = {
  name: 'UploadMd5Filter',
  description: 'Specifies how to filter by MD5',
  operators: [
    neverNull(eq('String', 'Search the asset with the specified MD5')),
    neverNull(neq('String', 'Exclude the asset with the specified MD5')),
    isIn('String', 'Search assets with the specified MD5s'),
    notIn('String', 'Search assets that do not have the specified MD5s'),
  ],
};
