import type { FilterInput } from '@recto/content/condition';
import { eq, exists, isBlank, isIn, isPresent, matches, neq, notIn, notMatches } from './operators.ts';
import { DEFINED, EXACT, NOT_EXACT, NOT_REGEXP, REGEXP } from './sentences.ts';

export const stringFilter: FilterInput = {
  name: 'StringFilter',
  description: 'Specifies how to filter Single-line string fields',
  operators: [
    matches(REGEXP),
    notMatches(NOT_REGEXP),
    isBlank('Filter records with the specified field set as blank (null or empty string)'),
    isPresent('Filter records with the specified field present (neither null, nor empty string)'),
    eq('String', EXACT),
    neq('String', NOT_EXACT),
    isIn('String', 'Filter records that equal one of the specified values'),
    notIn('String', 'Filter records that do not equal one of the specified values'),
    exists(`${DEFINED} [DEPRECATED]`),
  ],
};
