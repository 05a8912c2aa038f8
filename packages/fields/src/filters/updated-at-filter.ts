import type { FilterInput } from '@recto/content/condition';
import { RECORD_MINUTE_OPERATORS } from './sentences.ts';

export const updatedAtFilter: FilterInput = {
  name: 'UpdatedAtFilter',
  description: 'Specifies how to filter by update datetime',
  operators: [...RECORD_MINUTE_OPERATORS],
};
