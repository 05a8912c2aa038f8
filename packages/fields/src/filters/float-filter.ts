import type { FilterInput } from '@recto/content/condition';
import { bounds, eq, exists, neq } from './operators.ts';
import { DEFINED, EXACT, NOT_EXACT, RECORD_BOUNDS } from './sentences.ts';

export const floatFilter: FilterInput = {
  name: 'FloatFilter',
  description: 'Specifies how to filter Floating-point fields',
  operators: [
    ...bounds('FloatType', RECORD_BOUNDS),
    exists(DEFINED),
    eq('FloatType', EXACT),
    neq('FloatType', NOT_EXACT),
  ],
};
