import type { FilterInput } from '@recto/content/condition';
import { eq, isIn, neq, neverNull, notIn } from './operators.ts';

export const uploadFormatFilter: FilterInput = {
  name: 'UploadFormatFilter',
  description: 'Specifies how to filter by format',
  operators: [
    neverNull(eq('String', 'Search the asset with the specified format')),
    neverNull(neq('String', 'Exclude the asset with the specified format')),
    isIn('String', 'Search assets with the specified formats'),
    notIn('String', 'Search assets that do not have the specified formats'),
  ],
};
