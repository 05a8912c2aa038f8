import { type RawBuilder, sql } from 'kysely';

type Part = RawBuilder<unknown>;

/** Grows with every change of content, whichever lane it took. */
export function contentVersionOf(environmentId: Part): RawBuilder<string> {
  return sql<string>`(select sum(content_version)::text from environment_lane where environment_id = ${environmentId})`;
}

/** The same, and the schema that the content follows: `17 4`. */
export function stateOf(environmentId: Part): RawBuilder<string> {
  return sql<string>`(select sum(content_version) || ' ' || max(schema_version)
    from environment_lane where environment_id = ${environmentId})`;
}

export function lastDataChangeOf(environmentId: Part): RawBuilder<Date | null> {
  return sql<Date | null>`(select max(last_data_change_at) from environment_lane where environment_id = ${environmentId})`;
}

/**
 * Writers of an environment are spread over 16 lanes (`environment_lane`): each moves the lane of its connection on,
 * and waits only for whoever shares it. Whoever must be alone locks all lanes.
 */
const ownLane = sql`(pg_backend_pid() % 16)::smallint`;

/** The `with` part `moved`: it has a row only while the schema is the one that the change was decided with. xmin: a
 *  row that this very transaction has changed may carry a new version; it is locked by us. */
export function movedLane(environment: { id: string; schemaVersion: number }, now: Date): Part {
  return sql`moved as (
      update environment_lane set content_version = content_version + 1, last_data_change_at = ${now}::timestamptz
      where environment_id = ${environment.id} and lane = ${ownLane}
        and (schema_version = ${environment.schemaVersion} or xmin = pg_current_xact_id()::xid)
      returning environment_id as id)`;
}
