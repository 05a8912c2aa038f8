import type { Json, JsonObject } from './json.ts';

/** What rules about other data need to know; loaded in one batch before any rule runs. */
export interface FactsRequest {
  items?: string[];
  uploads?: string[];
  /** Values that must not stand in another record of the model. */
  unique?: { fieldId: string; locale: string | null; value: Json }[];
}

export interface ItemFacts {
  id: string;
  itemTypeId: string;
  /** Whether it has a published version: what publishing a record that links to it asks. */
  isPublished: boolean;
}

export interface UploadFacts {
  id: string;
  size: number;
  width: number | null;
  height: number | null;
  format: string | null;
  mimeType: string | null;
  isImage: boolean;
  /** `{ [locale]: { alt, title, custom_data, focal_point } }` */
  defaultFieldMetadata: JsonObject;
}

/** The answers. A pure view over what was loaded: the same rule runs in the server and in a form. */
export interface Facts {
  item(id: string): ItemFacts | undefined;
  upload(id: string): UploadFacts | undefined;
  /** Whether another record of the model holds the value in its current or published version. */
  isTaken(fieldId: string, locale: string | null, value: Json): boolean;
}

/** What was loaded for several records at once. */
export interface LoadedFacts {
  /** As one record sees them: a value that it holds itself is not taken. */
  seenBy(itemId: string): Facts;
}
