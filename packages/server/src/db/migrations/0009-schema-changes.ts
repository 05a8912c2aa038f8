import { type Kysely, sql } from 'kysely';

/** Changes of the schema that are carried through many records in slices, and the documents on their way. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
  `create table schema_change (
    environment_id text primary key references environment on delete cascade,
    job_id text not null,
    item_type_ids text[] not null,
    published_item_type_ids text[] not null,
    gone_item_type_ids text[] not null,
    step text not null,
    cursor text not null default '',
    is_settling boolean not null default false,
    payload jsonb
  )`,
  // In the shape of the next schema; null where the shape is the same.
  `alter table item add column next_current jsonb, add column next_published jsonb`,
  `alter table item_version add column next_document jsonb`,
];
