import type { Reference } from '@recto/content/field-type';
import type { Json } from '@recto/content/json';
import type { Path } from '@recto/content/problem';

/** What a room hands to the suite that all field types run through. */
export interface Samples {
  valid: readonly ValidSample[];
  /** Each with the places inside the value where a problem is expected, in order; the value itself when left out. */
  invalid: readonly { input: unknown; paths?: readonly Path[] }[];
  /** Stored values that `required` calls missing. Null always is. */
  blank?: readonly Json[];
  conversions?: readonly { from: string; value: Json; to: Json }[];
  references?: { value: Json; are: readonly Reference[]; afterLosingFirst: Json };
  /** Stored values with the text that search sees. */
  texts?: readonly { value: Json; text: string }[];
}

/** What is not said is the input again. */
interface ValidSample {
  input: Json;
  stored?: Json;
  presented?: Json;
}
