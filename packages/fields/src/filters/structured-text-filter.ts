import type { FilterInput } from '@recto/content/condition';
import { exists, isBlank, isPresent, matches, notMatches } from './operators.ts';
import { DEFINED, NOT_REGEXP, REGEXP } from './sentences.ts';

export const structuredTextFilter: FilterInput = {
  name: 'StructuredTextFilter',
  description: 'Specifies how to filter Structured Text fields values',
  operators: [
    matches(REGEXP),
    notMatches(NOT_REGEXP),
    isBlank('Filter records with the specified field set as blank (null or single empty paragraph)'),
    isPresent('Filter records with the specified field present (neither null, nor empty string)'),
    exists(`${DEFINED} [DEPRECATED]`),
  ],
};
