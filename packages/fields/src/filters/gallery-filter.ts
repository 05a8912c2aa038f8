import type { FilterInput } from '@recto/content/condition';
import { allIn, anyIn, exists, listEq, noneIn } from './operators.ts';
import { DEFINED } from './sentences.ts';

export const galleryFilter: FilterInput = {
  name: 'GalleryFilter',
  description: 'Specifies how to filter Multiple files/images field',
  operators: [
    listEq('UploadId', 'Search for records with an exact match. The specified values must be Upload IDs'),
    allIn(
      'UploadId',
      'Filter records that have all of the specified uploads. The specified values must be Upload IDs',
    ),
    anyIn(
      'UploadId',
      'Filter records that have one of the specified uploads. The specified values must be Upload IDs',
    ),
    noneIn(
      'UploadId',
      'Filter records that do not have any of the specified uploads. The specified values must be Upload IDs',
    ),
    exists(DEFINED),
  ],
};
