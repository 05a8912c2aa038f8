import type { FieldType } from '@recto/content/field-type';
import { readObject } from '../reading/read-object.ts';
import { rejectFormat } from '../reading/reject-format.ts';
import { withoutParameters } from '../settings/editor.ts';

type LatLon = { latitude: number; longitude: number };

/** Degrees either side of the equator and of Greenwich. */
const BOUNDS = { latitude: 90, longitude: 180 } as const;
const COORDINATES = ['latitude', 'longitude'] as const;

/** A place on the globe. */
export const latLon: FieldType<LatLon> = {
  name: 'lat_lon',
  parse(input, context) {
    const given = readObject(input, { required: COORDINATES }, context);
    if (!given) return undefined;
    const wrong = COORDINATES.filter((key) => !isWithin(given[key], BOUNDS[key]));
    for (const key of wrong) {
      rejectFormat(context, `must be a number from -${BOUNDS[key]} to ${BOUNDS[key]}`, [
        ...context.path,
        key,
      ]);
    }
    return wrong.length === 0 ? orderCoordinates(given as LatLon) : undefined;
  },
  present: orderCoordinates,
  isBlank: (value) => value === null,
  storedAs: 'point',
  validators: { required: [], optional: ['required'] },
  editors: { map: withoutParameters },
  hasDefaultValue: true,
  delivery: { output: { kind: 'object', type: 'LatLonField' }, filter: 'LatLonFilter', orderable: false },
};

function isWithin(value: unknown, bound: number): boolean {
  return typeof value === 'number' && value >= -bound && value <= bound;
}

function orderCoordinates({ latitude, longitude }: LatLon): LatLon {
  return { latitude, longitude };
}
