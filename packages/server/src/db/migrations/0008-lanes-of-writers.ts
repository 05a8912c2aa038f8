import { type Kysely, sql } from 'kysely';

/**
 * What every save touches is spread and made smaller: writers of one environment no longer wait at its row, an index
 * row stands for both versions of a record, and what is derived points at records without a key that is looked up.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...LANES, ...REFERENCES, ...DERIVED_ROWS, ...POSITIONS]) {
    await sql.raw(statement).execute(db);
  }
}

// A writer moves the lane of its connection on; whoever changes the schema moves all. Triggers see to it that nobody
// who gives an environment another schema version can forget that.
const LANES = [
  `create table environment_lane (
    environment_id text not null references environment on delete cascade,
    lane smallint not null,
    schema_version bigint not null,
    content_version bigint not null,
    last_data_change_at timestamptz,
    primary key (environment_id, lane)
  ) with (fillfactor = 50)`,
  `insert into environment_lane
    select id, lane, schema_version, case lane when 0 then content_version else 0 end,
      case lane when 0 then last_data_change_at end
    from environment cross join generate_series(0, 15) as lane`,
  `alter table environment drop column content_version, drop column last_data_change_at`,
  `create function open_lanes() returns trigger language plpgsql as $$
    begin
      insert into environment_lane (environment_id, lane, schema_version, content_version)
      select new.id, lane, new.schema_version, 0 from generate_series(0, 15) as lane;
      return null;
    end $$`,
  `create trigger open_lanes after insert on environment for each row execute function open_lanes()`,
  `create function move_lanes() returns trigger language plpgsql as $$
    begin
      update environment_lane set schema_version = new.schema_version where environment_id = new.id;
      return null;
    end $$`,
  `create trigger move_lanes after update of schema_version on environment
    for each row execute function move_lanes()`,
  // Also where foreign keys are trusted and other triggers rest.
  `alter table environment enable always trigger open_lanes, enable always trigger move_lanes`,
];

const REFERENCES = [
  `alter table reference add column in_current boolean, add column in_published boolean`,
  `create temporary table joined_reference on commit drop as
    select environment_id, item_id, path, locale, target_kind, target_id,
      bool_or(version = 'current') as in_current, bool_or(version = 'published') as in_published
    from reference group by environment_id, item_id, path, locale, target_kind, target_id`,
  `delete from reference`,
  `drop index reference_by_target`,
  `alter table reference drop column version`,
  `insert into reference (environment_id, item_id, path, locale, target_kind, target_id, in_current, in_published)
    select * from joined_reference`,
  `alter table reference alter column in_current set not null, alter column in_published set not null`,
  `create index reference_by_target on reference (environment_id, target_id, target_kind)`,
];

// Only saves and schema changes write these tables, and they hold the record or the environment. A foreign key
// would look up the same record once for each row.
const DERIVED_ROWS = [
  ...['item_version', 'block', 'reference', 'unique_value'].map(
    (table) => `alter table ${table} drop constraint ${table}_environment_id_item_id_fkey`,
  ),
  `create function forget_item() returns trigger language plpgsql as $$
    begin
      delete from item_version where environment_id = old.environment_id and item_id = old.id;
      delete from block where environment_id = old.environment_id and item_id = old.id;
      delete from reference where environment_id = old.environment_id and item_id = old.id;
      delete from unique_value where environment_id = old.environment_id and item_id = old.id;
      return null;
    end $$`,
  `create trigger forget_item after delete on item for each row execute function forget_item()`,
  `alter table item drop constraint item_environment_id_item_type_id_fkey`,
  `create function forget_items_of_model() returns trigger language plpgsql as $$
    begin
      delete from item where environment_id = old.environment_id and item_type_id = old.id;
      return null;
    end $$`,
  `create trigger forget_items after delete on item_type for each row execute function forget_items_of_model()`,
];

// Most records have neither a place nor a parent.
const POSITIONS = [
  `drop index item_by_position`,
  `create index item_by_position on item (environment_id, item_type_id, parent_id, position)
    where position is not null or parent_id is not null`,
];
