import { expect, it } from 'vitest';
import { type PlacementRequest, placeItem } from './place-item.ts';

const at = (position: number, parentId: string | null = null) => ({ position, parentId });

it.each<[string, PlacementRequest, number, string]>([
  [
    'puts a new record at the end',
    { before: null, parentId: null, position: undefined, lastPosition: 3 },
    4,
    '',
  ],
  [
    'moves the others down for a new one',
    { before: null, parentId: null, position: 2, lastPosition: 3 },
    2,
    '2- +1',
  ],
  [
    'makes the end of what is beyond the end',
    { before: null, parentId: null, position: 99, lastPosition: 3 },
    4,
    '',
  ],
  ['moves up within the list', { before: at(4), parentId: null, position: 2, lastPosition: 5 }, 2, '2-3 +1'],
  [
    'moves down within the list',
    { before: at(2), parentId: null, position: 4, lastPosition: 5 },
    4,
    '3-4 -1',
  ],
  ['stays where it is', { before: at(2), parentId: null, position: undefined, lastPosition: 5 }, 2, ''],
  [
    'moves to the end of another parent',
    { before: at(2), parentId: 'p', position: undefined, lastPosition: 1 },
    2,
    '3- -1',
  ],
  [
    'moves between the children of another parent',
    { before: at(2), parentId: 'p', position: 1, lastPosition: 1 },
    1,
    '3- -1, 1- +1',
  ],
])('%s', (_title, request, position, shifts) => {
  const placed = placeItem(request);
  expect(placed.placement).toEqual({ position, parentId: request.parentId });
  const moving = placed.shifts.filter(({ first }) => first <= request.lastPosition || first === 3);
  expect(
    moving
      .map(({ first, last, delta }) => `${first}-${last ?? ''} ${delta > 0 ? '+' : ''}${delta}`)
      .join(', '),
  ).toBe(shifts);
});
