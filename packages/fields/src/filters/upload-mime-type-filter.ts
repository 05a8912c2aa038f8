import type { FilterInput } from '@recto/content/condition';
import { eq, isIn, matches, neq, neverNull, notIn, notMatches } from './operators.ts';
import { UPLOAD_NOT_REGEXP, UPLOAD_REGEXP } from './sentences.ts';

export const uploadMimeTypeFilter: FilterInput = {
  name: 'UploadMimeTypeFilter',
  description: 'Specifies how to filter by mime type',
  operators: [
    matches(UPLOAD_REGEXP),
    notMatches(UPLOAD_NOT_REGEXP),
    neverNull(eq('String', 'Search the asset with the specified mime type')),
    neverNull(neq('String', 'Exclude the asset with the specified mime type')),
    isIn('String', 'Search assets with the specified mime types'),
    notIn('String', 'Search assets that do not have the specified mime types'),
  ],
};
