import type { FilterInput } from '@recto/content/condition';
import { RECORD_MINUTE_OPERATORS } from './sentences.ts';

export const createdAtFilter: FilterInput = {
  name: 'CreatedAtFilter',
  description: 'Specifies how to filter by creation datetime',
  operators: [...RECORD_MINUTE_OPERATORS],
};
