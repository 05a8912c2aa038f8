import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Fragment } from './target.ts';

/** Metres. */
const EARTH_RADIUS = 6_371_008.8;
const METRES_OF_A_DEGREE = (Math.PI / 180) * EARTH_RADIUS;

/** Within a radius on the great circle (haversine). The belt of latitudes spares most rows the trigonometry. */
export function nearPoint(
  point: Fragment,
  { latitude, longitude, radius }: { latitude: number; longitude: number; radius: number },
): RawBuilder<SqlBool> {
  if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180 || radius < 0) return sql`false`;
  const lat = sql`(${point} ->> 'latitude')::float8`;
  const lon = sql`(${point} ->> 'longitude')::float8`;
  const belt = radius / METRES_OF_A_DEGREE;
  return sql`(${lat} between ${latitude - belt}::float8 and ${latitude + belt}::float8
    and ${2 * EARTH_RADIUS}::float8 * asin(least(1, sqrt(
      power(sind((${lat} - ${latitude}::float8) / 2), 2)
      + cosd(${latitude}::float8) * cosd(${lat}) * power(sind((${lon} - ${longitude}::float8) / 2), 2)
    ))) <= ${radius}::float8)`;
}
