import { type Kysely, sql } from 'kysely';

/** Organizations that own projects, their members, and projects on their way to another owner. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
  `create table organization (
    id text primary key,
    name text not null,
    created_at timestamptz not null
  )`,

  `create table organization_membership (
    id text primary key,
    organization_id text not null references organization on delete cascade,
    account_id text not null references account on delete cascade,
    role text not null,
    created_at timestamptz not null,
    unique (organization_id, account_id)
  )`,
  `create index organization_membership_by_account on organization_membership (account_id)`,

  `create table organization_invitation (
    id text primary key,
    organization_id text not null references organization on delete cascade,
    email text not null,
    role text not null,
    token_hash bytea not null,
    created_at timestamptz not null,
    expires_at timestamptz not null
  )`,
  `create unique index organization_invitation_email
    on organization_invitation (organization_id, lower(email))`,

  // A project has one owner: an account or an organization.
  `alter table site add column owner_organization_id text references organization,
    add constraint site_one_owner check (owner_id is null or owner_organization_id is null)`,
  `create index site_by_owner on site (owner_id)`,
  `create index site_by_owner_organization on site (owner_organization_id)`,

  `create table site_transfer (
    id text primary key,
    site_id text not null unique references site on delete cascade,
    account_id text references account on delete cascade,
    organization_id text references organization on delete cascade,
    created_at timestamptz not null,
    check ((account_id is null) <> (organization_id is null))
  )`,
];
