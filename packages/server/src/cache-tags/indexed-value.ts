import type { StoredAs } from '@recto/content/field-type';
import type { Json } from '@recto/content/json';

/** Longer texts are not looked up by. */
const LONGEST = 255;

/** Whether the records with this very value have a tag of their own: texts and ids, which are equal when they are
 *  written alike. */
export function hasValueTag(storedAs: StoredAs, value: Json | undefined): value is string {
  return (storedAs === 'text' || storedAs === 'id') && typeof value === 'string' && value.length <= LONGEST;
}
