import { sql } from 'kysely';
import { type DeliveredColumns, DeliveredItem, deliveredColumns } from './delivered-item.ts';
import { KeptBodies } from './kept-bodies.ts';
import { createRowBodies } from './row-bodies.ts';
import type { SeenStates } from './seen-states.ts';

const MOST_BYTES = 96 * 1024 * 1024;
const kept = new KeptBodies<DeliveredItem>(MOST_BYTES);

export interface BodiesOptions {
  environmentId: string;
  /** The same row may read as another document once the models are others. */
  schemaVersion: number;
  version: 'published' | 'current';
  states: SeenStates;
}

/** The records of an environment in one of their versions, visible or not. */
export function createRecordBodies({ environmentId, schemaVersion, version, states }: BodiesOptions) {
  return createRowBodies<DeliveredColumns, DeliveredItem>({
    kept,
    place: `${environmentId} ${schemaVersion} ${version}`,
    states,
    table: sql`item`,
    environmentId,
    columns: deliveredColumns(version),
    bytes: sql`coalesce(pg_column_size(i.${sql.raw(version)}), 0)`,
    bodyOf: (row) => new DeliveredItem(row),
  });
}

export type RecordBodies = ReturnType<typeof createRecordBodies>;
