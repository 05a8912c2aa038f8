import type { FilterInput } from '@recto/content/condition';
import { eq, exists, isIn, neq, notIn } from './operators.ts';
import { DEFINED } from './sentences.ts';

export const fileFilter: FilterInput = {
  name: 'FileFilter',
  description: 'Specifies how to filter Single-file/image fields',
  operators: [
    eq('UploadId', 'Search for records with an exact match. The specified value must be an Upload ID'),
    neq('UploadId', 'Exclude records with an exact match. The specified value must be an Upload ID'),
    isIn('UploadId', 'Filter records that have one of the specified uploads'),
    notIn('UploadId', 'Filter records that do not have one of the specified uploads'),
    exists(DEFINED),
  ],
};
