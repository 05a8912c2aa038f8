import { sql } from 'kysely';
import { type DeliveredColumns, DeliveredItem, deliveredColumns } from './delivered-item.ts';
import { KeptBodies, type KeptBody } from './kept-bodies.ts';
import type { SeenStates, StateColumn } from './seen-states.ts';

const MOST_BYTES = 96 * 1024 * 1024;
/** What a body weighs besides its document, and what a document weighs when it is parsed, for each stored byte. */
const OVERHEAD_BYTES = 1_000;
const WEIGHT = 3;

const kept = new KeptBodies<DeliveredItem>(MOST_BYTES);

export interface BodiesOptions {
  environmentId: string;
  /** The same row may read as another document once the models are others. */
  schemaVersion: number;
  version: 'published' | 'current';
  states: SeenStates;
}

type Known = KeptBody<DeliveredItem>;
type BodyColumns = DeliveredColumns &
  StateColumn & { wanted: string; row_version: string | null; size: number };

/** The records of an environment in one of their versions, visible or not, from memory where it is known to be right. */
export function createRecordBodies({ environmentId, schemaVersion, version, states }: BodiesOptions) {
  const place = `${environmentId} ${schemaVersion} ${version}`;
  const columns = deliveredColumns(version);

  const read = (ids: readonly string[], versions: readonly (string | null)[]) =>
    // `offset 0`: by its key, record for record, whatever the planner believes to know about the table.
    states.ask(sql<BodyColumns>`
      select w.id as wanted, ${states.column} as state, i.*
      from unnest(${[...ids]}::text[], ${[...versions]}::text[]) as w(id, version)
      left join lateral (
        select i.xmin::text as row_version, changed.* from item i
        left join lateral (
          select ${columns}, coalesce(pg_column_size(i.${sql.raw(version)}), 0) as size
          where w.version is null or i.xmin::text <> w.version
        ) as changed on true
        where i.environment_id = ${environmentId} and i.id = w.id offset 0
      ) as i on true`);

  /** What the database said of one record. A row that is as it was known to be comes without its columns. */
  const keep = (row: BodyColumns, known: Known | undefined, state: string): DeliveredItem | null => {
    if (known && row.row_version === known.version) return confirmed(known, state);
    const body = row.row_version === null ? null : new DeliveredItem(row);
    const bytes = OVERHEAD_BYTES + (row.size ?? 0) * WEIGHT;
    kept.keep(place, row.wanted, { version: row.row_version, body, state, bytes });
    return body;
  };

  return {
    /** Undefined when the database has to be asked, null when there is no such record. */
    recall(id: string): DeliveredItem | null | undefined {
      const known = kept.find(place, id);
      return known && states.has(known.state) ? known.body : undefined;
    },

    /** The same for one that the database has just said to be of this version. */
    recallVersion(id: string, rowVersion: string, state: string): DeliveredItem | null | undefined {
      const known = kept.find(place, id);
      return known?.version === rowVersion ? confirmed(known, state) : undefined;
    },

    async readAll(ids: readonly string[]): Promise<Map<string, DeliveredItem | null>> {
      if (ids.length === 0) return new Map();
      const known = new Map(ids.map((id) => [id, kept.find(place, id)]));
      const versions = [...known.values()].map((one) => one?.version ?? null);
      const { rows, state } = await read([...known.keys()], versions);
      return new Map(rows.map((row) => [row.wanted, keep(row, known.get(row.wanted), state)]));
    },
  };
}

export type RecordBodies = ReturnType<typeof createRecordBodies>;

function confirmed(known: Known, state: string): DeliveredItem | null {
  known.state = state;
  return known.body;
}
