import type { FilterInput } from '@recto/content/condition';
import { RECORD_MINUTE_OPERATORS } from './sentences.ts';

export const dateTimeFilter: FilterInput = {
  name: 'DateTimeFilter',
  description: 'Specifies how to filter DateTime fields',
  operators: [...RECORD_MINUTE_OPERATORS],
};
