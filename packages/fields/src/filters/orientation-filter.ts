import type { FilterInput } from '@recto/content/condition';
import { eq, neq, neverNull } from './operators.ts';

export const orientationFilter: FilterInput = {
  name: 'OrientationFilter',
  description: 'Specifies how to filter by image orientation',
  operators: [
    neverNull(eq('UploadOrientation', 'Search uploads with the specified orientation')),
    neverNull(neq('UploadOrientation', 'Exclude uploads with the specified orientation')),
  ],
};
