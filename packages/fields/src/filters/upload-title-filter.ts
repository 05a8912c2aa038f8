import type { FilterInput } from '@recto/content/condition';
import { eq, exists, isIn, matches, neq, notIn, notMatches } from './operators.ts';
import { UPLOAD_NOT_REGEXP, UPLOAD_REGEXP } from './sentences.ts';

export const uploadTitleFilter: FilterInput = {
  name: 'UploadTitleFilter',
  description: 'Specifies how to filter by default title',
  operators: [
    matches(UPLOAD_REGEXP),
    notMatches(UPLOAD_NOT_REGEXP),
    eq('String', 'Search the asset with the specified title'),
    neq('String', 'Exclude the asset with the specified title'),
    isIn('String', 'Search assets with the specified as default title'),
    notIn('String', 'Search assets that do not have the specified as default title'),
    exists('Filter assets with the specified field defined (i.e. with any value) or not'),
  ],
};
