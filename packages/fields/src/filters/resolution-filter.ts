import type { FilterInput } from '@recto/content/condition';
import { eq, isIn, neq, neverNull, notIn } from './operators.ts';

export const resolutionFilter: FilterInput = {
  name: 'ResolutionFilter',
  description: 'Specifies how to filter by upload type',
  operators: [
    neverNull(eq('ResolutionType', 'Search uploads with the specified resolution')),
    neverNull(neq('ResolutionType', 'Exclude uploads with the specified resolution')),
    isIn('ResolutionType', 'Search uploads with the specified resolutions'),
    notIn('ResolutionType', 'Search uploads without the specified resolutions'),
  ],
};
