import type { StoredAs } from './field-type.ts';
import type { Json } from './json.ts';

/** What a condition looks at. A field is read in one locale when it is localized; `meta` names a column. */
export type Operand =
  | { kind: 'field'; fieldId: string; locale: string | null; storedAs: StoredAs }
  | { kind: 'meta'; name: MetaName }
  /** Inside a deep filter: a field, or the id, of the block under test. */
  | { kind: 'block_field'; fieldId: string; locale: string | null; storedAs: StoredAs }
  | { kind: 'block_id' }
  /** A column of an upload; alt and title are its defaults in one locale. */
  | { kind: 'upload'; attribute: UploadAttribute; locale: string | null };

export const META_NAMES = [
  'id',
  'created_at',
  'updated_at',
  'published_at',
  'first_published_at',
  'publication_scheduled_at',
  'unpublishing_scheduled_at',
  'is_valid',
  'status',
  'stage',
  'locales',
  'parent',
  'position',
  /** Who made it, written `type:id` (`access_token:312`): ids are unique within a type only. */
  'creator',
  /** Of uploads: the collection, and a list of it and all those around it. */
  'upload_collection',
  'upload_collections',
] as const;
export type MetaName = (typeof META_NAMES)[number];

export const UPLOAD_ATTRIBUTES = [
  'type',
  'in_use',
  'resolution',
  'size',
  'tags',
  'smart_tags',
  'colors',
  'orientation',
  'id',
  'mime_type',
  'format',
  'height',
  'width',
  'alt',
  'title',
  'notes',
  'md5',
  'path',
  'author',
  'copyright',
  'basename',
  'filename',
  'created_at',
  'updated_at',
] as const;
export type UploadAttribute = (typeof UPLOAD_ATTRIBUTES)[number];

/** A question about one record (or upload), free of SQL and of GraphQL: both APIs compile to it, one place
 *  compiles it to SQL (`packages/server/src/query/`). */
export type Condition =
  | { kind: 'and' | 'or'; conditions: Condition[] }
  | { kind: 'not'; condition: Condition }
  | { kind: 'always' | 'never' }
  | { kind: 'is_null'; operand: Operand }
  /** Null or blank text; for structured text: null or one empty paragraph. */
  | { kind: 'is_blank'; operand: Operand }
  | { kind: 'compare'; operand: Operand; operator: 'eq' | 'lt' | 'lte' | 'gt' | 'gte'; value: Json }
  | { kind: 'in'; operand: Operand; values: Json[] }
  | { kind: 'matches'; operand: Operand; pattern: string; caseSensitive: boolean; regexp: boolean }
  /** Lists of ids (links, gallery) and locales. */
  | { kind: 'has_all' | 'has_any'; operand: Operand; values: string[] }
  | { kind: 'list_equals'; operand: Operand; values: string[] }
  /** Metres on the great circle. */
  | { kind: 'near'; operand: Operand; latitude: number; longitude: number; radius: number }
  /** A block stands directly in the field's value: of one type or of any, and meeting `condition`. */
  | { kind: 'any_block'; operand: Operand; itemTypeId: string | null; condition: Condition | null }
  /** The record points at `itemId`, itself or from its blocks: at one of the `paths` or further inside (they
   *  are those of the reference index: ids of the fields walked through, joined by `/`). A null locale is a
   *  field that is not localized. */
  | { kind: 'links_to'; itemId: string; paths: string[] | null; locales: (string | null)[] | null };

export interface FilterOperator {
  /** camelCase, as in GraphQL; the CMA spells it in snake_case. */
  name: string;
  /** A GraphQL input type: `String`, `[ItemId]`, `StringMatchesFilter` … */
  argument: string;
  description: string;
  deprecationReason?: string;
  /** Whether null is a legal argument (`eq: null`); otherwise it is an error in the payload. */
  nullable: boolean;
  condition(argument: Json, operand: Operand): Condition;
}

/** One filter input type of the delivery API (`StringFilter` …), operators in their published order. */
export interface FilterInput {
  name: string;
  description: string;
  operators: readonly FilterOperator[];
}

export interface Ordering {
  operand: Operand;
  direction: 'asc' | 'desc';
}
