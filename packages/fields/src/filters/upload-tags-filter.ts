import type { FilterInput } from '@recto/content/condition';
import { allIn, anyIn, contains, listEq, noneIn } from './operators.ts';

export const uploadTagsFilter: FilterInput = {
  name: 'UploadTagsFilter',
  description: 'Specifies how to filter by tags',
  operators: [
    contains('String', 'Filter uploads linked to the specified tag'),
    allIn('String!', 'Filter uploads linked to all of the specified tags'),
    anyIn('String!', 'Filter uploads linked to at least one of the specified tags'),
    noneIn('String!', 'Filter uploads not linked to any of the specified tags'),
    listEq('String!', 'Search for uploads with an exact match'),
  ],
};
