import type { FilterInput } from '@recto/content/condition';
import { bounds, eq, exists, neq } from './operators.ts';
import { DEFINED, EXACT, NOT_EXACT, RECORD_BOUNDS } from './sentences.ts';

export const integerFilter: FilterInput = {
  name: 'IntegerFilter',
  description: 'Specifies how to filter Integer fields',
  operators: [
    ...bounds('IntType', RECORD_BOUNDS),
    exists(DEFINED),
    eq('IntType', EXACT),
    neq('IntType', NOT_EXACT),
  ],
};
