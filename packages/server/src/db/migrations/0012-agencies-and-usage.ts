import { type Kysely, sql } from 'kysely';

/** Jobs that belong to no project, projects that are being made or closed down, organizations that act for
 *  others, and what projects use. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
  // A job of the account API belongs to the session that asked, whose token still reads the result when the
  // session, or the whole account, is gone.
  `alter table job_result alter column site_id drop not null,
    add column asker_hash bytea,
    add constraint job_result_has_owner check (site_id is not null or asker_hash is not null)`,

  `alter table site add column status text not null default 'ready'`,
  `alter table account add column default_organization_id text references organization on delete set null`,

  // The approver lets the requester act for it.
  `create table organization_mandate_request (
    id text primary key,
    requester_id text not null references organization on delete cascade,
    approver_id text not null references organization on delete cascade,
    created_at timestamptz not null,
    unique (approver_id, requester_id),
    check (approver_id <> requester_id)
  )`,
  `create index organization_mandate_request_by_requester on organization_mandate_request (requester_id)`,

  // The mandator lets the appointed enter its projects.
  `create table organization_mandate (
    id text primary key,
    mandator_id text not null references organization on delete cascade,
    appointed_id text not null references organization on delete cascade,
    created_at timestamptz not null,
    unique (mandator_id, appointed_id),
    check (mandator_id <> appointed_id)
  )`,
  `create index organization_mandate_by_appointed on organization_mandate (appointed_id)`,

  `create table tfa_deactivate_request (
    id text primary key,
    organization_id text not null references organization on delete cascade,
    account_id text not null unique references account on delete cascade,
    created_at timestamptz not null
  )`,
  `create index tfa_deactivate_request_by_organization on tfa_deactivate_request (organization_id)`,

  // By day of UTC. The value of a sum over everything is empty.
  `create table usage (
    site_id text not null references site on delete cascade,
    day date not null,
    kind text not null,
    value text not null,
    requests bigint not null,
    bytes bigint not null,
    primary key (site_id, kind, day, value)
  )`,
];
