import type { FilterInput } from '@recto/content/condition';
import { allIn, anyIn, noneIn } from './operators.ts';

export const localesFilter: FilterInput = {
  name: 'LocalesFilter',
  description: 'Specifies how to filter by locale',
  operators: [
    allIn('SiteLocale!', 'Filter records that are localized in all the specified locales'),
    anyIn('SiteLocale!', 'Filter records that are localized in at least one of the specified locales'),
    noneIn('SiteLocale!', 'Filter records that are not localized in any of the specified locales'),
  ],
};
