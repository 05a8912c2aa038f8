import type { FilterInput } from '@recto/content/condition';
import { exists, matches, notMatches } from './operators.ts';
import { UPLOAD_NOT_REGEXP, UPLOAD_REGEXP } from './sentences.ts';

// The published description has this spelling.
export const uploadAuthorFilter: FilterInput = {
  name: 'UploadAuthorFilter',
  description: 'Specifies how to filter by auhtor',
  operators: [
    matches(UPLOAD_REGEXP),
    notMatches(UPLOAD_NOT_REGEXP),
    exists('Filter uploads with the specified field defined (i.e. with any value) or not'),
  ],
};
