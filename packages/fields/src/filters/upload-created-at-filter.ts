import type { FilterInput } from '@recto/content/condition';
import { UPLOAD_MINUTE_OPERATORS } from './sentences.ts';

export const uploadCreatedAtFilter: FilterInput = {
  name: 'UploadCreatedAtFilter',
  description: 'Specifies how to filter by creation datetime',
  operators: [...UPLOAD_MINUTE_OPERATORS],
};
