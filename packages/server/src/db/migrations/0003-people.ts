import { type Kysely, sql } from 'kysely';

/** People of a project besides its owner, invitations to it, and what secures an account. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
  // A collaborator: the seat of an account in a project.
  `create table "user" (
    id text primary key,
    site_id text not null references site on delete cascade,
    account_id text not null references account on delete cascade,
    role_id text not null references role,
    is_active boolean not null default true,
    last_access_at timestamptz,
    created_at timestamptz not null,
    unique (site_id, account_id)
  )`,
  `create index user_by_account on "user" (account_id)`,
  `create index user_by_role on "user" (role_id)`,
  `create index access_token_by_role on access_token (role_id)`,

  `create table site_invitation (
    id text primary key,
    site_id text not null references site on delete cascade,
    email text not null,
    role_id text not null references role,
    token_hash bytea not null,
    created_at timestamptz not null,
    expires_at timestamptz not null
  )`,
  `create unique index site_invitation_email on site_invitation (site_id, lower(email))`,

  // The second factor: its secret (encrypted), whether it is asked for, and the last time step that was used.
  `alter table account
    add column otp_secret bytea,
    add column is_2fa_active boolean not null default false,
    add column otp_last_step bigint,
    add column otp_backup_hashes bytea[] not null default '{}'`,

  // Links that were sent to an address: to confirm it, or to set a new password. One of a kind at a time.
  `create table account_link (
    account_id text not null references account on delete cascade,
    kind text not null,
    email text not null,
    token_hash bytea not null,
    expires_at timestamptz not null,
    primary key (account_id, kind)
  )`,
];
