import { sql } from 'kysely';
import type { Upload } from './delivery-context.ts';
import { KeptBodies } from './kept-bodies.ts';
import { createRowBodies } from './row-bodies.ts';
import type { SeenStates } from './seen-states.ts';
import { type UploadColumns, uploadFromRow } from './upload-from-row.ts';

const MOST_BYTES = 32 * 1024 * 1024;
const kept = new KeptBodies<Upload>(MOST_BYTES);

/** The assets of an environment, visible or not. Locales that are taken off take their texts along. */
export function createUploadBodies(environmentId: string, schemaVersion: number, states: SeenStates) {
  return createRowBodies<UploadColumns, Upload>({
    kept,
    place: `${environmentId} ${schemaVersion}`,
    states,
    table: sql`upload`,
    environmentId,
    columns: sql`i.*`,
    bytes: sql`pg_column_size(i.*)`,
    bodyOf: uploadFromRow,
  });
}

export type UploadBodies = ReturnType<typeof createUploadBodies>;
