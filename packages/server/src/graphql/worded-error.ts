import type { JsonObject } from '@recto/content/json';

/** How the protocol words an error, and what it says besides. */
export interface ErrorFacts {
  code: string;
  message: string;
  details?: JsonObject;
}
