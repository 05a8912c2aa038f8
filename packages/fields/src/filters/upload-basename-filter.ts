import type { FilterInput } from '@recto/content/condition';
import { matches, notMatches } from './operators.ts';
import { UPLOAD_NOT_REGEXP, UPLOAD_REGEXP } from './sentences.ts';

export const uploadBasenameFilter: FilterInput = {
  name: 'UploadBasenameFilter',
  description: 'Specifies how to filter by basename',
  operators: [matches(UPLOAD_REGEXP), notMatches(UPLOAD_NOT_REGEXP)],
};
