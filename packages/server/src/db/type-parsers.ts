import pg from 'pg';

/** How column values arrive, the same on both databases. Not named here: `timestamptz` is a Date, `jsonb` is
 *  parsed, `bytea` is a Buffer and `text[]` an array by the driver's own rules. */
export const typeParsers: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    OWN_PARSERS.get(oid) ?? pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
};

const OWN_PARSERS = new Map<number, (text: string) => unknown>([
  // bigint: counts and versions, all far below 2^53.
  [pg.types.builtins.INT8, Number],
  [pg.types.builtins.NUMERIC, Number],
  // A day has no time zone; a Date would invent one.
  [pg.types.builtins.DATE, (text) => text],
]);
