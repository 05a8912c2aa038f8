import { type Kysely, sql } from 'kysely';

/** What orders and groups content: menus, collections and tags of assets, saved filters, workflows, schedules. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const TREE_COLUMNS = `environment_id text not null references environment on delete cascade,
    id text not null,
    parent_id text,
    position integer not null,
    primary key (environment_id, id)`;

/** A version-4 UUID in URL-safe base64, as ids of entities are. */
const NEW_ID = `translate(trim(trailing '=' from encode(uuid_send(gen_random_uuid()), 'base64')), '+/', '-_')`;

const STATEMENTS = [
  `create table menu_item (
    ${TREE_COLUMNS},
    label text not null,
    external_url text,
    open_in_new_tab boolean not null,
    item_type_id text,
    item_type_filter_id text
  )`,

  `create table schema_menu_item (
    ${TREE_COLUMNS},
    label text,
    kind text not null,
    item_type_id text
  )`,

  `create table upload_collection (
    ${TREE_COLUMNS},
    label text not null
  )`,
  `alter table upload add constraint upload_collection_exists
    foreign key (environment_id, upload_collection_id) references upload_collection
    on delete set null (upload_collection_id)`,
  `create index upload_by_collection on upload (environment_id, upload_collection_id)`,

  // Tags that were made by hand. A tag that an upload carries needs no row.
  `create table upload_tag (
    environment_id text not null references environment on delete cascade,
    id text not null,
    name text not null,
    primary key (environment_id, id),
    unique (environment_id, name)
  )`,

  `create table upload_filter (
    environment_id text not null references environment on delete cascade,
    id text not null,
    name text not null,
    filter jsonb not null,
    shared boolean not null,
    creator_type text not null,
    creator_id text not null,
    created_at timestamptz not null,
    primary key (environment_id, id)
  )`,

  `create table item_type_filter (
    environment_id text not null,
    id text not null,
    item_type_id text not null,
    name text not null,
    filter jsonb not null,
    columns jsonb,
    order_by text,
    shared boolean not null,
    creator_type text not null,
    creator_id text not null,
    created_at timestamptz not null,
    primary key (environment_id, id),
    foreign key (environment_id, item_type_id) references item_type on delete cascade
  )`,

  `create table workflow (
    environment_id text not null references environment on delete cascade,
    id text not null,
    name text not null,
    api_key text not null,
    stages jsonb not null,
    created_at timestamptz not null,
    primary key (environment_id, id),
    unique (environment_id, api_key)
  )`,

  // The moment itself stands in the record: lists are filtered and ordered by it.
  `create table scheduled_publication (
    environment_id text not null,
    item_id text not null,
    id text not null,
    selection jsonb,
    primary key (environment_id, item_id),
    foreign key (environment_id, item_id) references item on delete cascade
  )`,
  `create table scheduled_unpublishing (
    environment_id text not null,
    item_id text not null,
    id text not null,
    locales text[],
    primary key (environment_id, item_id),
    foreign key (environment_id, item_id) references item on delete cascade
  )`,
  `create index item_by_scheduled_publication on item (publication_scheduled_at)
    where publication_scheduled_at is not null`,
  `create index item_by_scheduled_unpublishing on item (unpublishing_scheduled_at)
    where unpublishing_scheduled_at is not null`,

  // Models that were there before menus were.
  `insert into menu_item (environment_id, id, position, label, open_in_new_tab, item_type_id)
    select environment_id, ${NEW_ID}, row_number() over (partition by environment_id order by created_at, id),
      name, false, id
    from item_type where not modular_block`,
  `insert into schema_menu_item (environment_id, id, position, kind, item_type_id)
    select environment_id, ${NEW_ID}, row_number() over (partition by environment_id order by created_at, id),
      case when modular_block then 'modular_block' else 'item_type' end, id
    from item_type`,
];
