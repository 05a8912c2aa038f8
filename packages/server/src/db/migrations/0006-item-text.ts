import { type Kysely, sql } from 'kysely';

/** Derived, when somebody searches: the words of current and published versions. A locale of '' is none. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
  `create table item_text (
    environment_id text not null,
    item_id text not null,
    version_id text not null,
    locale text not null,
    words tsvector not null,
    primary key (environment_id, version_id, locale),
    foreign key (environment_id, item_id) references item on delete cascade
  )`,
  `create index item_text_by_item on item_text (environment_id, item_id)`,
  `create index item_text_by_word on item_text using gin (words)`,
];
