import type { FilterInput } from '@recto/content/condition';
import { eq, isIn, neq, notIn } from './operators.ts';
import { EXACT, NOT_EXACT } from './sentences.ts';

export const slugFilter: FilterInput = {
  name: 'SlugFilter',
  description: 'Specifies how to filter Slug fields',
  operators: [
    eq('String', EXACT),
    neq('String', NOT_EXACT),
    isIn('String', 'Filter records that have one of the specified slugs'),
    notIn('String', 'Filter records that do have one of the specified slugs'),
  ],
};
