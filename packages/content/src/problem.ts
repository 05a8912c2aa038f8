import type { JsonObject } from './json.ts';

/** Where something stands, from the outside in: field api key, locale, position, block's field … */
export type Path = readonly (string | number)[];

/** One thing wrong with a field's value. Becomes one `INVALID_FIELD` on the wire. */
export interface Problem {
  /** `VALIDATION_REQUIRED`, `VALIDATION_INVALID`, `VALIDATION_UNIQUENESS`, … */
  code: string;
  path: Path;
  /** Further keys of the error's `details` (bounds, options, ids). */
  details?: JsonObject;
}
