import type { FilterInput } from '@recto/content/condition';
import { exists, near } from './operators.ts';
import { DEFINED } from './sentences.ts';

export const latLonFilter: FilterInput = {
  name: 'LatLonFilter',
  description: 'Specifies how to filter Geolocation fields',
  operators: [near('Filter records within the specified radius in meters'), exists(DEFINED)],
};
