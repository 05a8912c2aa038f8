import { type Kysely, sql } from 'kysely';

/** What extends the admin, in each environment, and the packages that were installed for it, once for all. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
  // The address of a file of a package is made when it is asked for: the origin of plugins may move.
  `create table plugin (
    environment_id text not null references environment on delete cascade,
    id text not null,
    name text not null,
    description text,
    url text,
    entry_file text,
    package_name text,
    package_version text,
    permissions text[] not null,
    parameters jsonb not null,
    legacy jsonb,
    created_at timestamptz not null,
    primary key (environment_id, id),
    check ((url is null) <> (entry_file is null)),
    check (entry_file is null or (package_name is not null and package_version is not null))
  )`,
  `create index plugin_by_package on plugin (package_name, package_version)`,

  // A version never changes, so that nothing but these two names it. Its files rest in the file store, in a folder
  // that no caller knows.
  `create table plugin_package (
    name text not null,
    version text not null,
    integrity text not null,
    folder text not null unique,
    manifest jsonb not null,
    files jsonb not null,
    installed_at timestamptz not null,
    primary key (name, version)
  )`,
];
