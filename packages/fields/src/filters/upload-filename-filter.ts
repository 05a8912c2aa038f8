import type { FilterInput } from '@recto/content/condition';
import { matches, notMatches } from './operators.ts';
import { UPLOAD_NOT_REGEXP, UPLOAD_REGEXP } from './sentences.ts';

export const uploadFilenameFilter: FilterInput = {
  name: 'UploadFilenameFilter',
  description: 'Specifies how to filter by filename',
  operators: [matches(UPLOAD_REGEXP), notMatches(UPLOAD_NOT_REGEXP)],
};
