/**
 * Every table whose rows belong to an environment, in one place: a fork copies them and a destruction empties
 * them. A test compares it with the database, so that a new table cannot be forgotten. Tables stand after those
 * they point at.
 */

/** Few rows, copied at once. */
export const WHOLE_TABLES = [
  'plugin',
  'workflow',
  'item_type',
  'fieldset',
  'field',
  'menu_item',
  'schema_menu_item',
  'item_type_filter',
  'upload_collection',
  'upload_tag',
  'upload_filter',
] as const;

/** Many rows, copied in slices: everything that belongs to the same asset, or to the same record, together. */
export const SLICED_TABLES = [
  {
    root: 'upload',
    parts: [
      { table: 'upload', key: 'id' },
      { table: 'upload_track', key: 'upload_id' },
    ],
  },
  {
    root: 'item',
    parts: [
      { table: 'item', key: 'id' },
      { table: 'item_version', key: 'item_id' },
      { table: 'block', key: 'item_id' },
      { table: 'reference', key: 'item_id' },
      { table: 'unique_value', key: 'item_id' },
      { table: 'scheduled_publication', key: 'item_id' },
      { table: 'scheduled_unpublishing', key: 'item_id' },
    ],
  },
] as const satisfies readonly SlicedTables[];

/** Name an environment, yet are no part of what it holds. */
export const LEFT_TABLES = {
  environment_lane: 'is there from the start, and goes with its environment',
  event: 'what happened in one environment did not happen in another',
  editing_session: 'who is at a record is not at its copy',
  job_result: 'answers belong to whoever asked',
  schema_change: 'an environment is not copied while it is changed',
  item_text: 'is derived again where somebody searches, and goes with its records',
} as const;

export interface SlicedTables {
  /** Its `id` is what the parts' `key` refers to. */
  root: string;
  parts: readonly { table: string; key: 'id' | 'item_id' | 'upload_id' }[];
}
