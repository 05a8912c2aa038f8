import { type Kysely, sql } from 'kysely';

/** Indexes that were made because queries asked for them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table earned_index (
    name text primary key,
    item_type_id text not null,
    version text not null,
    field_ids text[] not null,
    columns jsonb not null,
    is_ready boolean not null,
    created_at timestamptz not null,
    last_used_at timestamptz not null
  )`.execute(db);
}
