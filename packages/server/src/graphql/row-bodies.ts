import { type RawBuilder, sql } from 'kysely';
import type { KeptBodies, KeptBody } from './kept-bodies.ts';
import type { SeenStates, StateColumn } from './seen-states.ts';

/** What a statement tells of a row that was asked for: where it is as it was known to be, its version only. */
export interface BodyRow extends StateColumn {
  wanted: string;
  /** Null where there is no such row. */
  row_version: string | null;
  /** Stored bytes. */
  body_bytes: number | null;
}

export interface RowBodiesOptions<Row, Body> {
  kept: KeptBodies<Body>;
  /** What else the body depends on: rows of another place are others. */
  place: string;
  states: SeenStates;
  /** The table, under the alias `i`. */
  table: RawBuilder<unknown>;
  environmentId: string;
  columns: RawBuilder<unknown>;
  /** Of what is stored. */
  bytes: RawBuilder<unknown>;
  bodyOf(row: Row): Body;
}

/** What a body weighs besides its row, and what a row weighs when it is parsed, for each stored byte. */
const OVERHEAD_BYTES = 1_000;
const WEIGHT = 3;

/** The rows of an environment, from memory where that is known to be right. */
export function createRowBodies<Row, Body>(options: RowBodiesOptions<Row, Body>) {
  const { kept, place, states, table, environmentId, columns, bytes, bodyOf } = options;
  type Known = KeptBody<Body>;

  const read = (ids: readonly string[], versions: readonly (string | null)[]) =>
    // `offset 0`: by its key, row for row, whatever the planner believes to know about the table.
    states.ask(sql<Row & BodyRow>`
      select w.id as wanted, ${states.column} as state, i.*
      from unnest(${[...ids]}::text[], ${[...versions]}::text[]) as w(id, version)
      left join lateral (
        select i.xmin::text as row_version, changed.* from ${table} i
        left join lateral (
          select ${columns}, ${bytes} as body_bytes where w.version is null or i.xmin::text <> w.version
        ) as changed on true
        where i.environment_id = ${environmentId} and i.id = w.id offset 0
      ) as i on true`);

  const confirmed = (known: Known, state: string): Body | null => {
    known.state = state;
    return known.body;
  };

  const keep = (row: Row & BodyRow, known: Known | undefined, state: string): Body | null => {
    if (known && row.row_version === known.version) return confirmed(known, state);
    const body = row.row_version === null ? null : bodyOf(row);
    const weight = OVERHEAD_BYTES + (row.body_bytes ?? 0) * WEIGHT;
    kept.keep(place, row.wanted, { version: row.row_version, body, state, bytes: weight });
    return body;
  };

  return {
    /** Undefined when the database has to be asked, null when there is no such row. */
    recall(id: string): Body | null | undefined {
      const known = kept.find(place, id);
      return known && states.has(known.state) ? known.body : undefined;
    },

    /** The same for one that the database has just said to be of this version. */
    recallVersion(id: string, rowVersion: string, state: string): Body | null | undefined {
      const known = kept.find(place, id);
      return known?.version === rowVersion ? confirmed(known, state) : undefined;
    },

    async readAll(ids: readonly string[]): Promise<Map<string, Body | null>> {
      if (ids.length === 0) return new Map();
      const known = new Map(ids.map((id) => [id, kept.find(place, id)]));
      const versions = [...known.values()].map((one) => one?.version ?? null);
      const { rows, state } = await read([...known.keys()], versions);
      return new Map(rows.map((row) => [row.wanted, keep(row, known.get(row.wanted), state)]));
    },
  };
}
