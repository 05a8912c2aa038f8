import type { FilterInput } from '@recto/content/condition';
import { exists, matches, notMatches } from './operators.ts';
import { DEFINED, UPLOAD_NOT_REGEXP, UPLOAD_REGEXP } from './sentences.ts';

export const uploadCopyrightFilter: FilterInput = {
  name: 'UploadCopyrightFilter',
  description: 'Specifies how to filter by copyright',
  operators: [matches(UPLOAD_REGEXP), notMatches(UPLOAD_NOT_REGEXP), exists(DEFINED)],
};
