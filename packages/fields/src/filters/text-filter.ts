import type { FilterInput } from '@recto/content/condition';
import { exists, isBlank, isPresent, matches, notMatches } from './operators.ts';
import { DEFINED, NOT_REGEXP, REGEXP } from './sentences.ts';

export const textFilter: FilterInput = {
  name: 'TextFilter',
  description: 'Specifies how to filter text fields',
  operators: [
    matches(REGEXP),
    notMatches(NOT_REGEXP),
    isBlank('Filter records with the specified field set as blank (null or empty string)'),
    isPresent('Filter records with the specified field present (neither null, nor empty string)'),
    exists(`${DEFINED} [DEPRECATED]`),
  ],
};
