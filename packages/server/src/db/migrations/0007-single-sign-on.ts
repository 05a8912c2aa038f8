import { type Kysely, sql } from 'kysely';

/** What an identity provider tells about people and groups, and which roles those come to. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
  // The SAML token is part of public addresses and opens nothing; the SCIM token does, and is only hashed.
  `create table sso_settings (
    site_id text primary key references site on delete cascade,
    saml_token text not null unique,
    idp_saml_metadata_url text,
    idp_saml_metadata_xml text,
    default_role_id text references role,
    scim_token_hash bytea unique
  )`,

  `create table sso_user (
    id text primary key,
    site_id text not null references site on delete cascade,
    username text not null,
    external_id text,
    is_active boolean not null default true,
    first_name text,
    last_name text,
    last_access_at timestamptz,
    created_at timestamptz not null
  )`,
  `create unique index sso_user_username on sso_user (site_id, lower(username))`,

  `create table sso_group (
    id text primary key,
    site_id text not null references site on delete cascade,
    name text not null,
    priority integer not null,
    role_id text not null references role,
    created_at timestamptz not null,
    unique (site_id, name)
  )`,
  `create index sso_group_by_role on sso_group (role_id)`,

  `create table sso_group_user (
    group_id text not null references sso_group on delete cascade,
    user_id text not null references sso_user on delete cascade,
    primary key (group_id, user_id)
  )`,
  `create index sso_group_user_by_user on sso_group_user (user_id)`,

  // The larger priority wins, between equals the older group; who is in no group has the default role.
  `create view sso_user_role as
    select u.id, u.site_id, coalesce(
      (select g.role_id from sso_group_user m join sso_group g on g.id = m.group_id
        where m.user_id = u.id order by g.priority desc, g.created_at, g.id limit 1),
      (select s.default_role_id from sso_settings s where s.site_id = u.site_id)) as role_id
    from sso_user u`,
];
