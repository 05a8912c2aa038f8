import type { FilterInput } from '@recto/content/condition';
import { UPLOAD_MINUTE_OPERATORS } from './sentences.ts';

export const uploadUpdatedAtFilter: FilterInput = {
  name: 'UploadUpdatedAtFilter',
  description: 'Specifies how to filter by update datetime',
  operators: [...UPLOAD_MINUTE_OPERATORS],
};
