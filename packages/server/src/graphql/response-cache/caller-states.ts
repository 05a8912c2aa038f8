import { type RawBuilder, sql } from 'kysely';
import { eventTags, type StoredEvent } from '#cache-tags/event-tags.ts';
import type { Database, Db } from '#db/database.ts';
import { type CallerRow, callerColumns } from '#http/caller-row.ts';
import { hashToken } from '#secrets/secret.ts';

/** A token, and the environment it asks for by name; null is the primary one. */
export interface CallerPlace {
  token: string;
  environment: string | null;
}

/** How things are at one moment. */
interface CallerStates {
  /** In the order of the places; undefined for a token that is none. */
  rows: (CallerRow | undefined)[];
  /** What this look has seen, for the next one to compare with. */
  snapshot: string;
  /** Tags touched since the look before; null when they are too many to be told one by one. */
  touched: string[] | null;
}

/** An import makes as many in some seconds. */
const MOST_EVENTS = 2_000;

/** Who the callers are now, and what was committed since `snapshot`: one statement, however many they are. */
export async function readCallerStates(
  { db, execute }: Pick<Database, 'db' | 'execute'>,
  places: readonly CallerPlace[],
  snapshot: string | null,
): Promise<CallerStates> {
  const { text, parameters } = compiled(db);
  const given = {
    hashes: places.map(({ token }) => hashToken(token)),
    names: places.map(({ environment }) => environment),
    snapshot,
  };
  const answer = await execute(
    text,
    parameters.map((parameter) => (parameter instanceof Given ? given[parameter.name] : parameter)),
  );
  const rows = answer.rows as StateColumns[];
  const [first] = rows;
  if (!first) throw new Error('The statement answers a row for each place, and there is one.');
  const events = first.events ?? [];
  return {
    rows: rows.map((row) => (row.id === null ? undefined : (row as CallerRow))), // its columns come with its id
    snapshot: first.snapshot,
    touched: events.length > MOST_EVENTS ? null : events.flatMap(eventTags),
  };
}

/** Stands in the parameters where each look has its own. */
class Given {
  readonly name: 'hashes' | 'names' | 'snapshot';

  constructor(name: Given['name']) {
    this.name = name;
  }
}

let statementText: { text: string; parameters: readonly unknown[] } | undefined;

/** Written once: a statement takes longer to put together than to answer. */
function compiled(db: Db): { text: string; parameters: readonly unknown[] } {
  if (!statementText) {
    const { sql: text, parameters } = statement().compile(db);
    statementText = { text, parameters };
  }
  return statementText;
}

/** Say nothing about what a caller may do. */
const STAMPS = ['last_cma_access_at', 'last_cda_access_at'];

interface StateColumns extends Omit<CallerRow, 'id'> {
  id: string | null;
  snapshot: string;
  /** On the first row only. */
  events: StoredEvent[] | null;
}

function statement(): RawBuilder<StateColumns> {
  const [hashes, names] = [new Given('hashes'), new Given('names')];
  return sql<StateColumns>`
    select c.*, (to_jsonb(c) - ${STAMPS}::text[])::text as fingerprint, pg_current_snapshot()::text as snapshot,
      case when asked.place = 1 then ${EVENTS_SINCE} end as events
    from unnest(${hashes}::bytea[], ${names}::text[]) with ordinality as asked(token_hash, environment, place)
    left join lateral (${callerColumns(sql`asked.token_hash`, sql`asked.environment`)}) as c on true
    order by asked.place`;
}

/** Not visible then, visible now. A restored database has events of transactions that are still to come: they are
 *  left alone. */
const EVENTS_SINCE = sql`(
    select json_agg(e) from (
      select site_id, environment_id, entity_type, event_type, entity_id, details from event
      where xid >= pg_snapshot_xmin(${new Given('snapshot')}::pg_snapshot)
        and xid < pg_snapshot_xmax(pg_current_snapshot())
        and not pg_visible_in_snapshot(xid, ${new Given('snapshot')}::pg_snapshot)
      limit ${MOST_EVENTS + 1}
    ) e)`;
