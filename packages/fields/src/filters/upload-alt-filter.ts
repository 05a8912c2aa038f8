import type { FilterInput } from '@recto/content/condition';
import { eq, exists, isIn, matches, neq, notIn, notMatches } from './operators.ts';
import { UPLOAD_NOT_REGEXP, UPLOAD_REGEXP } from './sentences.ts';

export const uploadAltFilter: FilterInput = {
  name: 'UploadAltFilter',
  description: 'Specifies how to filter by default alt',
  operators: [
    matches(UPLOAD_REGEXP),
    notMatches(UPLOAD_NOT_REGEXP),
    eq('String', 'Search the uploads with the specified alt'),
    neq('String', 'Exclude the uploads with the specified alt'),
    isIn('String', 'Search uploads with the specified values as default alt'),
    notIn('String', 'Search uploads that do not have the specified values as default alt'),
    exists('Filter uploads with the specified field defined (i.e. with any value) or not'),
  ],
};
