import type { FilterInput } from '@recto/content/condition';
import { isTrue } from './operators.ts';

export const inUseFilter: FilterInput = {
  name: 'InUseFilter',
  description: 'Specifies how to filter by usage',
  operators: [isTrue('Search uploads that are currently used by some record or not')],
};
