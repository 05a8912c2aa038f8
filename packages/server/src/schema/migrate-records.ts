import type { Schema } from '@recto/content/schema/schema';
import type { RequestContext } from '#http/context.ts';

/** Carries the stored records of an environment from one schema to the next. */
export async function migrateRecords(
  _context: RequestContext,
  _migration: { before: Schema; after: Schema },
): Promise<void> {}
