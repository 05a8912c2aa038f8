import type { FilterInput } from '@recto/content/condition';
import { bounds, eq, exists, neq } from './operators.ts';
import { DEFINED, EXACT, NOT_EXACT, RECORD_BOUNDS } from './sentences.ts';

export const dateFilter: FilterInput = {
  name: 'DateFilter',
  description: 'Specifies how to filter Date fields',
  operators: [...bounds('Date', RECORD_BOUNDS), exists(DEFINED), eq('Date', EXACT), neq('Date', NOT_EXACT)],
};
