import { type Kysely, sql } from 'kysely';

/** Sandbox environments, and the times in which an environment or a project's primary one is only read. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
  `alter table environment add column forked_from_id text references environment on delete set null,
    add column fork_progress smallint,
    add column fork_is_fast boolean not null default false,
    add column is_read_only boolean not null default false`,
  `create index environment_by_origin on environment (forked_from_id) where forked_from_id is not null`,
  `alter table site add column maintenance_mode boolean not null default false`,
];
