import type { FilterInput } from '@recto/content/condition';
import { allIn, anyIn, exists, listEq, noneIn } from './operators.ts';
import { DEFINED } from './sentences.ts';

export const linksFilter: FilterInput = {
  name: 'LinksFilter',
  description: 'Specifies how to filter Multiple-links fields',
  operators: [
    listEq('ItemId', 'Search for records with an exact match. The specified values must be Record IDs'),
    allIn(
      'ItemId',
      'Filter records linked to all of the specified records. The specified values must be Record IDs',
    ),
    anyIn(
      'ItemId',
      'Filter records linked to at least one of the specified records. The specified values must be Record IDs',
    ),
    noneIn(
      'ItemId',
      'Filter records not linked to any of the specified records. The specified values must be Record IDs',
    ),
    exists(DEFINED),
  ],
};
