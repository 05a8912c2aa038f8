import type { PresentContext } from '@recto/content/field-type';
import type { Schema } from '@recto/content/schema/schema';

const contexts = new WeakMap<Schema, PresentContext>();

/** How values of the environment are written: dates on its clock, ids in the places of blocks. One for all
 *  values, since a page of records asks thousands of times. */
export function presentContextOf(schema: Schema): PresentContext {
  const known = contexts.get(schema);
  if (known) return known;
  const { timeZone, millisecondsInDatetime } = schema.settings;
  const context: PresentContext = { timeZone, milliseconds: millisecondsInDatetime, block: ({ id }) => id };
  contexts.set(schema, context);
  return context;
}
