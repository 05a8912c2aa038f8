import type { FilterInput } from '@recto/content/condition';
import { exists } from './operators.ts';
import { DEFINED } from './sentences.ts';

export const seoFilter: FilterInput = {
  name: 'SeoFilter',
  description: 'Specifies how to filter SEO meta tags fields',
  operators: [exists(DEFINED)],
};
