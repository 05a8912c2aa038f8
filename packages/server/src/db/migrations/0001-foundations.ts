import { type Kysely, sql } from 'kysely';

/** Every row of content or schema carries `environment_id` (the environment's internal id, not its name) and
 *  its key is `(environment_id, id)`: a fork keeps every id. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
  `create table account (
    id text primary key,
    email text not null,
    password_hash text not null,
    first_name text,
    last_name text,
    company text,
    created_at timestamptz not null
  )`,
  `create unique index account_email on account (lower(email))`,

  `create table session (
    id text primary key,
    account_id text not null references account on delete cascade,
    parent_id text references session on delete cascade,
    site_id text,
    token_hash bytea not null unique,
    created_at timestamptz not null,
    expires_at timestamptz not null
  )`,

  `create table site (
    id text primary key,
    name text not null,
    internal_subdomain text not null unique,
    domain text,
    owner_id text references account,
    primary_environment_id text,
    settings jsonb not null,
    created_at timestamptz not null,
    last_data_change_at timestamptz
  )`,

  `create table environment (
    id text primary key,
    site_id text not null references site on delete cascade,
    name text not null,
    status text not null,
    locales text[] not null,
    time_zone text not null,
    settings jsonb not null,
    schema_version bigint not null default 1,
    content_version bigint not null default 1,
    schema_job_id text,
    created_at timestamptz not null,
    last_data_change_at timestamptz,
    unique (site_id, name)
  )`,

  `create table role (
    id text primary key,
    site_id text not null references site on delete cascade,
    name text not null,
    attributes jsonb not null,
    inherits_permissions_from text[] not null default '{}',
    created_at timestamptz not null,
    unique (site_id, name)
  )`,

  `create table access_token (
    id text primary key,
    site_id text not null references site on delete cascade,
    role_id text references role,
    name text not null,
    hardcoded_type text,
    can_access_cda boolean not null,
    can_access_cda_preview boolean not null,
    can_access_cma boolean not null,
    token_hash bytea not null unique,
    token_encrypted bytea not null,
    last_cma_access_at timestamptz,
    last_cda_access_at timestamptz,
    created_at timestamptz not null
  )`,

  `create table item_type (
    environment_id text not null references environment on delete cascade,
    id text not null,
    name text not null,
    api_key text not null,
    modular_block boolean not null,
    singleton boolean not null,
    sortable boolean not null,
    tree boolean not null,
    draft_mode_active boolean not null,
    draft_saving_active boolean not null,
    all_locales_required boolean not null,
    collection_appearance text not null,
    hint text,
    inverse_relationships_enabled boolean not null,
    ordering_direction text,
    ordering_meta text,
    ordering_field_id text,
    presentation_title_field_id text,
    presentation_image_field_id text,
    title_field_id text,
    image_preview_field_id text,
    excerpt_field_id text,
    workflow_id text,
    created_at timestamptz not null,
    primary key (environment_id, id),
    unique (environment_id, api_key)
  )`,

  `create table fieldset (
    environment_id text not null,
    id text not null,
    item_type_id text not null,
    title text not null,
    hint text,
    position integer not null,
    collapsible boolean not null,
    start_collapsed boolean not null,
    primary key (environment_id, id),
    foreign key (environment_id, item_type_id) references item_type on delete cascade
  )`,

  `create table field (
    environment_id text not null,
    id text not null,
    item_type_id text not null,
    fieldset_id text,
    label text not null,
    api_key text not null,
    field_type text not null,
    localized boolean not null,
    validators jsonb not null,
    appearance jsonb not null,
    position integer not null,
    hint text,
    default_value jsonb,
    deep_filtering_enabled boolean not null,
    content_link_enabled boolean not null,
    created_at timestamptz not null,
    primary key (environment_id, id),
    unique (environment_id, item_type_id, api_key),
    foreign key (environment_id, item_type_id) references item_type on delete cascade
  )`,

  // Rows that fit a page are not compressed: a filter would unpack each document for each value it looks at.
  `create table item (
    environment_id text not null,
    id text not null,
    item_type_id text not null,
    current jsonb not null,
    current_version_id text not null,
    is_current_valid boolean not null,
    published jsonb,
    published_version_id text,
    is_published_valid boolean,
    creator_type text not null,
    creator_id text not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    published_at timestamptz,
    first_published_at timestamptz,
    publication_scheduled_at timestamptz,
    unpublishing_scheduled_at timestamptz,
    position integer,
    parent_id text,
    stage text,
    primary key (environment_id, id),
    foreign key (environment_id, item_type_id) references item_type on delete cascade
  ) with (toast_tuple_target = 8160)`,
  `create index item_by_update on item (environment_id, item_type_id, updated_at desc, id)`,
  `create index item_by_creation on item (environment_id, item_type_id, created_at desc, id)`,
  `create index item_by_position on item (environment_id, item_type_id, parent_id, position)`,

  `create table item_version (
    environment_id text not null,
    id text not null,
    item_id text not null,
    document jsonb not null,
    editor_type text not null,
    editor_id text not null,
    created_at timestamptz not null,
    published_from timestamptz,
    published_until timestamptz,
    primary key (environment_id, id),
    foreign key (environment_id, item_id) references item on delete cascade
  )`,
  `create index item_version_by_item on item_version (environment_id, item_id, created_at desc)`,

  // Derived: where a block lives. Rebuilt in the transaction of the save, like the two tables below.
  `create table block (
    environment_id text not null,
    id text not null,
    item_id text not null,
    item_type_id text not null,
    in_current boolean not null,
    in_published boolean not null,
    primary key (environment_id, id),
    foreign key (environment_id, item_id) references item on delete cascade
  )`,
  `create index block_by_item on block (environment_id, item_id)`,

  // Derived: who points at whom. path holds the ids of the block fields walked through: "fieldId/blockFieldId".
  `create table reference (
    environment_id text not null,
    item_id text not null,
    version text not null,
    path text not null,
    locale text,
    target_kind text not null,
    target_id text not null,
    foreign key (environment_id, item_id) references item on delete cascade
  )`,
  `create index reference_by_item on reference (environment_id, item_id)`,
  `create index reference_by_target on reference (environment_id, target_id, target_kind, version)`,

  // Derived: the values of unique fields. The key is what makes two writers unable to take the same value.
  `create table unique_value (
    environment_id text not null,
    field_id text not null,
    locale text not null,
    value_hash text not null,
    item_id text not null,
    primary key (environment_id, field_id, locale, value_hash),
    foreign key (environment_id, item_id) references item on delete cascade
  )`,
  `create index unique_value_by_item on unique_value (environment_id, item_id)`,

  `create table upload (
    environment_id text not null references environment on delete cascade,
    id text not null,
    path text not null,
    basename text not null,
    filename text not null,
    format text,
    mime_type text,
    size bigint not null,
    width integer,
    height integer,
    md5 text not null,
    is_image boolean not null,
    duration integer,
    frame_rate integer,
    author text,
    copyright text,
    notes text,
    tags text[] not null default '{}',
    smart_tags text[] not null default '{}',
    default_field_metadata jsonb not null,
    blurhash text,
    thumbhash text,
    colors jsonb not null default '[]',
    exif_info jsonb not null default '{}',
    upload_collection_id text,
    creator_type text not null,
    creator_id text not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    primary key (environment_id, id)
  )`,
  `create index upload_by_creation on upload (environment_id, created_at desc, id)`,
  `create index upload_by_md5 on upload (environment_id, md5)`,
  `create index upload_by_path on upload (path)`,

  `create table upload_request (
    id text primary key,
    site_id text not null references site on delete cascade,
    filename text not null,
    size bigint,
    md5 text,
    uploaded_at timestamptz,
    created_at timestamptz not null,
    expires_at timestamptz not null
  )`,

  `create index upload_request_unused on upload_request (expires_at) where uploaded_at is null`,

  `create table job_result (
    id text primary key,
    site_id text not null references site on delete cascade,
    environment_id text,
    status integer,
    payload jsonb,
    created_at timestamptz not null,
    finished_at timestamptz
  )`,

  // The outbox. Numbers commit out of order: readers take only rows below the oldest running transaction.
  `create table event (
    seq bigint generated always as identity primary key,
    xid xid8 not null default pg_current_xact_id(),
    site_id text not null,
    environment_id text,
    entity_type text not null,
    event_type text not null,
    entity_id text not null,
    details jsonb not null,
    created_at timestamptz not null
  )`,
];
