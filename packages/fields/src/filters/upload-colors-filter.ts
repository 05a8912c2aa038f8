import type { FilterInput } from '@recto/content/condition';
import { allIn, anyIn, contains, listEq, noneIn } from './operators.ts';

export const uploadColorsFilter: FilterInput = {
  name: 'UploadColorsFilter',
  description: 'Specifies how to filter by colors',
  operators: [
    contains('ColorBucketType', 'Filter uploads that have the specified colors'),
    allIn('ColorBucketType', 'Filter uploads that have all of the specified colors'),
    anyIn('ColorBucketType', 'Filter uploads that have at least one of the specified colors'),
    noneIn('ColorBucketType', 'Filter uploads that do not have any of the specified colors'),
    listEq('ColorBucketType', 'Search for uploads with an exact match'),
  ],
};
