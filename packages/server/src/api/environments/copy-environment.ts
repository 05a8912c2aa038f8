import { refusal } from '@recto/content/refusal';
import { sql } from 'kysely';
import type { Database, Db } from '#db/database.ts';
import {
  type Columns,
  copyAgain,
  copyRange,
  copyWholeTables,
  type Replacement,
  type Route,
  readColumns,
} from './copy-rows.ts';
import { SLICED_TABLES, type SlicedTables } from './scoped-tables.ts';
import { type InSlice, trustForeignKeys, walkInSlices } from './slices.ts';
import { listChanged, stopWatching, watchChanges } from './watch-changes.ts';

/** What the copy is set to; its rows are there already. */
export interface CopiedSettings {
  locales: string[];
  time_zone: string;
  settings: Record<string, unknown>;
}

export interface Copying {
  database: Database;
  route: Route;
  /** What is written instead of what the source has; a fork changes nothing. */
  replacement?: Replacement;
  /** Models, menus and the like, without records and assets. */
  isSchemaOnly?: boolean;
  /** Told between slices how far it is, 0 to 100. */
  onProgress(percentage: number): Promise<void>;
  /** In the transaction that makes the copy whole. */
  complete(db: Db, settings: CopiedSettings): Promise<void>;
}

/** The source's schema changed under the copy: begin again. */
export class SourceChanged extends Error {}

/** Nobody waits for the copy any more. */
export class ForkAbandoned extends Error {}

/**
 * Copies everything that an environment holds into an empty one, as it is at one moment, while others go on
 * reading and writing. On PostgreSQL it is one transaction, which sees one moment; on the one connection of the
 * embedded database, that would keep everybody waiting: there, what changed meanwhile is copied again at the end.
 */
export async function copyEnvironment(copying: Copying): Promise<void> {
  const columns = await readColumns(copying.database.db, copying.replacement);
  if (copying.database.kind === 'embedded') await copyWatched(copying, columns);
  else await copySnapshot(copying, columns);
}

/** How often somebody hears of progress. */
const POSTGRES_SLICE_MS = 250;

/** One transaction: slices serve only to say how far it is, on a connection that can be seen from outside. */
async function copySnapshot(copying: Copying, columns: Columns): Promise<void> {
  const { database, route } = copying;
  const settings = await database.db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (db) => {
      await refuseBetweenShapes(db, route);
      await copyWholeTables(db, route, columns);
      await copySlices(copying, { columns, inSlice: (work) => work(db), sliceMs: POSTGRES_SLICE_MS });
      return readSettings(db, route.from);
    });
  await database.db.transaction().execute((db) => copying.complete(db, settings));
}

/** Nobody waits for longer, and the transaction around it takes some time too. */
const EMBEDDED_SLICE_MS = 40;

async function copyWatched(copying: Copying, columns: Columns): Promise<void> {
  const { database, route } = copying;
  const version = await database.db.transaction().execute(async (db) => {
    await refuseBetweenShapes(db, route);
    await watchChanges(db);
    return readSchemaVersion(db, route);
  });
  const inSlice: InSlice = (work) =>
    database.db.transaction().execute(async (db) => {
      await trustForeignKeys(database, db);
      if ((await readSchemaVersion(db, route)) !== version) throw new SourceChanged();
      return work(db);
    });
  await copySlices(copying, { columns, inSlice, sliceMs: EMBEDDED_SLICE_MS });
  await inSlice(async (db) => {
    for (const tables of slicedTablesOf(copying)) {
      const ids = await listChanged(db, route.from, tables);
      if (ids.length > 0) await copyAgain(db, tables, { route, columns, ids });
    }
    await copyWholeTables(db, route, columns);
    await copying.complete(db, await readSettings(db, route.from));
    await stopWatching(db);
  });
}

async function copySlices(
  copying: Copying,
  { columns, inSlice, sliceMs }: { columns: Columns; inSlice: InSlice; sliceMs: number },
): Promise<void> {
  const { database, route, onProgress } = copying;
  const total = await countRoots(database.db, route.from);
  let copied = 0;
  for (const tables of slicedTablesOf(copying)) {
    const walk = { root: tables.root, environmentId: route.from, sliceMs };
    const reporting: InSlice = async (work) => {
      const result = await inSlice(work);
      await onProgress(Math.min(99, Math.floor((100 * copied) / Math.max(total, 1))));
      return result;
    };
    await walkInSlices(reporting, walk, async (db, range, count) => {
      await copyRange(db, tables, { route, columns, range });
      copied += count;
    });
  }
}

function slicedTablesOf({ isSchemaOnly }: Copying): readonly SlicedTables[] {
  return isSchemaOnly ? [] : SLICED_TABLES;
}

/** While a change of the schema is carried through the records, their rows hold documents of two shapes. */
async function refuseBetweenShapes(db: Db, { from }: Route): Promise<void> {
  const { rows } = await sql`select 1 from schema_change where environment_id = ${from}`.execute(db);
  if (rows.length > 0) throw refusal('CONCURRENT_ENVIRONMENT_UPDATE');
}

async function countRoots(db: Db, environmentId: string): Promise<number> {
  let total = 0;
  for (const { root } of SLICED_TABLES) {
    const { rows } = await sql<{ count: string }>`
      select count(*) from ${sql.table(root)} where environment_id = ${environmentId}`.execute(db);
    total += Number(rows[0]?.count);
  }
  return total;
}

/** Of the source. Asks also whether the copy is still wanted: nothing else would stop copies that are trusted. */
async function readSchemaVersion(db: Db, { from, to }: Route): Promise<string> {
  const { rows } = await sql<{ version: string; status: string }>`
    select source.schema_version::text as version, copy.status
    from environment source, environment copy where source.id = ${from} and copy.id = ${to}`.execute(db);
  if (rows[0]?.status !== 'creating') throw new ForkAbandoned();
  return rows[0].version;
}

async function readSettings(db: Db, environmentId: string): Promise<CopiedSettings> {
  return db
    .selectFrom('environment')
    .select(['locales', 'time_zone', 'settings'])
    .where('id', '=', environmentId)
    .executeTakeFirstOrThrow();
}
