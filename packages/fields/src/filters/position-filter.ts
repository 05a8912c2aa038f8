import type { FilterInput } from '@recto/content/condition';
import { bounds, eq, neq } from './operators.ts';
import { EXACT, NOT_EXACT, RECORD_BOUNDS } from './sentences.ts';

export const positionFilter: FilterInput = {
  name: 'PositionFilter',
  description: 'Specifies how to filter by position (sorted and tree-like collections)',
  operators: [...bounds('IntType', RECORD_BOUNDS), eq('IntType', EXACT), neq('IntType', NOT_EXACT)],
};
