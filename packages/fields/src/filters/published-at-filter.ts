import type { FilterInput } from '@recto/content/condition';
import { RECORD_MINUTE_OPERATORS } from './sentences.ts';

export const publishedAtFilter: FilterInput = {
  name: 'PublishedAtFilter',
  description: 'Specifies how to filter by publication datetime',
  operators: [...RECORD_MINUTE_OPERATORS],
};
