import { type Kysely, sql } from 'kysely';

/** Who is at which record, and who holds its lock; further sound and subtitles of videos. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
  `create table editing_session (
    environment_id text not null references environment on delete cascade,
    id text not null,
    item_id text not null,
    editor_type text not null,
    editor_id text not null,
    last_activity_at timestamptz not null,
    locked_at timestamptz,
    primary key (environment_id, id),
    foreign key (environment_id, item_id) references item on delete cascade
  )`,
  `create index editing_session_by_item on editing_session (environment_id, item_id)`,
  // A record has one lock: of two who want it at the same moment, one gets it.
  `create unique index editing_session_lock on editing_session (environment_id, item_id)
    where locked_at is not null`,

  `create table upload_track (
    environment_id text not null references environment,
    id text not null,
    upload_id text not null,
    kind text not null,
    name text not null,
    language_code text not null,
    closed_captions boolean,
    path text not null,
    error text,
    created_at timestamptz not null,
    primary key (environment_id, id),
    foreign key (environment_id, upload_id) references upload on delete cascade
  )`,
  `create index upload_track_by_upload on upload_track (environment_id, upload_id)`,
  `create index upload_track_by_path on upload_track (path)`,
];
