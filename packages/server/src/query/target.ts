import type { RawBuilder } from 'kysely';

/** Which rows a condition is about. Records stand under the alias `i` of `item`, uploads under `u` of `upload`. */
export type Target = ItemTarget | UploadTarget;

export interface ItemTarget {
  table: 'item';
  /** The document that is read. */
  version: 'current' | 'published';
  environmentId: string;
  /** The localized fields of the model: their keys tell which locales a record has. */
  localizedFieldIds: readonly string[];
  /** The next shape of a document may stand beside the one it replaces. */
  isSettling?: boolean;
}

export interface UploadTarget {
  table: 'upload';
  environmentId: string;
}

export type Fragment = RawBuilder<unknown>;
