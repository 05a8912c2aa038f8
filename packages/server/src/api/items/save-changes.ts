import type { ItemChange } from '@recto/content/item/item-change';
import type { Shift } from '@recto/content/item/place-item';
import { refusal } from '@recto/content/refusal';
import { sql } from 'kysely';
import type { Db } from '#db/database.ts';
import { UniqueViolation } from '#db/database-error.ts';
import type { RequestContext } from '#http/context.ts';
import { diffDerivedRows } from './derived-rows.ts';
import type { StoredFacts } from './facts.ts';

export interface ShiftOfSiblings extends Shift {
  itemTypeId: string;
  /** The record that takes the place and is not moved itself. */
  exceptId: string;
}

export interface Decision {
  changes: readonly ItemChange[];
  facts: StoredFacts;
  shifts?: readonly ShiftOfSiblings[];
  /** What a caller is told when somebody else was faster. */
  conflict?: 'CONCURRENT_ITEM_UPDATE' | 'STALE_ITEM_VERSION';
}

/**
 * Saves what was decided in one statement: records, history, indexes and events, all or nothing. It is
 * conditional on the schema and on the versions that the decision was made from: when somebody else was faster
 * nothing is saved.
 */
export async function saveChanges(context: RequestContext, decision: Decision, db: Db = context.db) {
  const changes = decision.changes.filter(({ before, after }) => before !== after);
  if (changes.length === 0 && !decision.shifts?.length) return;
  const outcome = await sendSave(context, { ...decision, changes }, db);
  if (!outcome?.is_schema_current) throw refusal('CONCURRENT_ENVIRONMENT_UPDATE');
  if (!outcome.is_saved) throw refusal(decision.conflict ?? 'CONCURRENT_ITEM_UPDATE');
}

interface Outcome {
  is_schema_current: boolean;
  is_saved: boolean;
}

async function sendSave(
  context: RequestContext,
  { changes, facts, shifts = [] }: Decision,
  db: Db,
): Promise<Outcome | undefined> {
  const environmentId = context.environment.id;
  const derived = diffDerivedRows(changes, context, facts);
  const { now } = context;
  const stored = changes.filter(({ before }) => before !== null).length;
  const save = sql<Outcome>`
    with moved as (
      update environment set content_version = content_version + 1, last_data_change_at = ${now}::timestamptz
      where id = ${environmentId}
        and (schema_version = ${context.environment.schemaVersion} or xmin = pg_current_xact_id()::xid)
      returning id
    ), change as (
      select * from jsonb_to_recordset(${JSON.stringify(changes.map(itemColumns))}::jsonb) as c(
        kind text, id text, old_current text, old_published text, item_type_id text,
        current jsonb, current_version_id text, is_current_valid boolean,
        published jsonb, published_as text, published_version_id text, is_published_valid boolean,
        creator_type text, creator_id text, created_at timestamptz, updated_at timestamptz,
        published_at timestamptz, first_published_at timestamptz,
        position integer, parent_id text, is_moved boolean, stage text)
    ), locked as (
      select i.id from item i join change c on c.id = i.id
      where i.environment_id = ${environmentId} and c.kind <> 'insert'
        and i.current_version_id = c.old_current
        and i.published_version_id is not distinct from c.old_published
      for update of i
    ), go as (
      select id from moved where (select count(*) from locked) = ${stored}::bigint
    ), deleted as (
      delete from item i using change c, go
      where i.environment_id = go.id and i.id = c.id and c.kind = 'delete'
    ), updated as (
      update item i set
        current = coalesce(c.current, i.current), current_version_id = c.current_version_id,
        is_current_valid = c.is_current_valid,
        published = case c.published_as when 'none' then null when 'kept' then i.published
          when 'current' then coalesce(c.current, i.current) else c.published end,
        published_version_id = c.published_version_id, is_published_valid = c.is_published_valid,
        creator_type = c.creator_type, creator_id = c.creator_id, created_at = c.created_at,
        updated_at = c.updated_at, published_at = c.published_at, first_published_at = c.first_published_at,
        position = case when c.is_moved then c.position else i.position end,
        parent_id = case when c.is_moved then c.parent_id else i.parent_id end, stage = c.stage
      from change c, go
      where i.environment_id = go.id and i.id = c.id and c.kind = 'update'
    ), inserted as (
      insert into item (environment_id, id, item_type_id, current, current_version_id, is_current_valid,
        published, published_version_id, is_published_valid, creator_type, creator_id, created_at, updated_at,
        published_at, first_published_at, position, parent_id, stage)
      select go.id, c.id, c.item_type_id, c.current, c.current_version_id, c.is_current_valid,
        case c.published_as when 'current' then c.current else c.published end,
        c.published_version_id, c.is_published_valid, c.creator_type, c.creator_id, c.created_at, c.updated_at,
        c.published_at, c.first_published_at, c.position, c.parent_id, c.stage
      from change c, go where c.kind = 'insert'
    ), versions as (
      insert into item_version (environment_id, id, item_id, document, editor_type, editor_id, created_at,
        published_from)
      select go.id, v.id, v.item_id, case v.is_current when true then c.current else c.published end,
        ${context.identity.type}::text, ${context.identity.id}::text, ${now}::timestamptz,
        case when v.id = c.published_version_id then ${now}::timestamptz end
      from go, jsonb_to_recordset(${JSON.stringify(changes.flatMap(versionColumns))}::jsonb)
        as v(id text, item_id text, is_current boolean) join change c on c.id = v.item_id
    ), history as (
      update item_version v set
        published_from = case when v.id = c.published_version_id then ${now}::timestamptz else v.published_from end,
        published_until = case when v.id = c.published_version_id then null else ${now}::timestamptz end
      from change c, go
      where v.environment_id = go.id and c.kind = 'update'
        and c.published_version_id is distinct from c.old_published
        and v.id in (c.published_version_id, c.old_published)
    ), blocks_gone as (
      delete from block b using go where b.environment_id = go.id and b.id = any(${derived.blocks.gone}::text[])
    ), blocks as (
      insert into block (environment_id, id, item_id, item_type_id, in_current, in_published)
      select go.id, b.* from go, jsonb_to_recordset(${JSON.stringify(derived.blocks.put)}::jsonb)
        as b(id text, item_id text, item_type_id text, in_current boolean, in_published boolean)
      on conflict (environment_id, id) do update
        set in_current = excluded.in_current, in_published = excluded.in_published
    ), references_gone as (
      delete from reference r using go, jsonb_to_recordset(${JSON.stringify(derived.references.gone)}::jsonb)
        as g(item_id text, version text, path text, locale text, target_kind text, target_id text)
      where r.environment_id = go.id and r.item_id = g.item_id and r.version = g.version and r.path = g.path
        and r.locale is not distinct from g.locale and r.target_kind = g.target_kind
        and r.target_id = g.target_id
    ), refs as (
      insert into reference (environment_id, item_id, version, path, locale, target_kind, target_id)
      select go.id, r.* from go, jsonb_to_recordset(${JSON.stringify(derived.references.put)}::jsonb)
        as r(item_id text, version text, path text, locale text, target_kind text, target_id text)
    ), unique_gone as (
      delete from unique_value u using go, jsonb_to_recordset(${JSON.stringify(derived.unique.gone)}::jsonb)
        as g(field_id text, locale text, value_hash text, item_id text)
      where u.environment_id = go.id and u.field_id = g.field_id and u.locale = g.locale
        and u.value_hash = g.value_hash and u.item_id = g.item_id
    ), unique_put as (
      insert into unique_value (environment_id, field_id, locale, value_hash, item_id)
      select go.id, u.* from go, jsonb_to_recordset(${JSON.stringify(derived.unique.put)}::jsonb)
        as u(field_id text, locale text, value_hash text, item_id text)
    ), shifted as (
      update item i set position = i.position + s.delta
      from go, jsonb_to_recordset(${JSON.stringify(shifts.map(shiftColumns))}::jsonb)
        as s(item_type_id text, parent_id text, first integer, last integer, delta integer, except_id text)
      where i.environment_id = go.id and i.item_type_id = s.item_type_id
        and i.parent_id is not distinct from s.parent_id
        and i.position >= s.first and (s.last is null or i.position <= s.last) and i.id <> s.except_id
    ), events as (
      insert into event (site_id, environment_id, entity_type, event_type, entity_id, details, created_at)
      select ${context.site.id}::text, go.id, e.*, ${now}::timestamptz
      from go, jsonb_to_recordset(${JSON.stringify(changes.flatMap(eventColumns))}::jsonb)
        as e(entity_type text, event_type text, entity_id text, details jsonb)
    )
    select exists (select 1 from moved) as is_schema_current, exists (select 1 from go) as is_saved`;
  try {
    return (await save.execute(db)).rows[0];
  } catch (error) {
    throw isTakenId(error) ? takenId() : error;
  }
}

/** Documents travel once: what did not change is left where it is, what says the same is copied there. */
function itemColumns({ before, after }: ItemChange) {
  const item = after ?? before;
  if (!item) throw new Error('A change needs a record');
  return {
    kind: !before ? 'insert' : after ? 'update' : 'delete',
    id: item.id,
    old_current: before?.currentVersionId ?? null,
    old_published: before?.publishedVersionId ?? null,
    ...(after && documentColumns(before, after)),
    item_type_id: item.itemTypeId,
    current_version_id: item.currentVersionId,
    is_current_valid: item.isCurrentValid,
    published_version_id: item.publishedVersionId,
    is_published_valid: item.isPublishedValid,
    creator_type: item.creator.type,
    creator_id: item.creator.id,
    created_at: item.createdAt,
    updated_at: item.updatedAt,
    published_at: item.publishedAt,
    first_published_at: item.firstPublishedAt,
    position: item.position,
    parent_id: item.parentId,
    is_moved: before?.position !== item.position || before.parentId !== item.parentId,
    stage: item.stage,
  };
}

function documentColumns(before: ItemChange['before'], after: NonNullable<ItemChange['after']>) {
  const current = before?.currentVersionId === after.currentVersionId ? null : after.current;
  if (after.published === null) return { current, published: null, published_as: 'none' };
  if (after.publishedVersionId === after.currentVersionId) {
    return { current, published: null, published_as: 'current' };
  }
  return before?.publishedVersionId === after.publishedVersionId
    ? { current, published: null, published_as: 'kept' }
    : { current, published: after.published, published_as: 'given' };
}

function versionColumns({ after, versions }: ItemChange) {
  return versions.map(({ id, itemId }) => ({
    id,
    item_id: itemId,
    is_current: id === after?.currentVersionId,
  }));
}

function shiftColumns({ itemTypeId, parentId, first, last, delta, exceptId }: ShiftOfSiblings) {
  return { item_type_id: itemTypeId, parent_id: parentId, first, last, delta, except_id: exceptId };
}

function eventColumns({ events }: ItemChange) {
  return events.map(({ entityType, eventType, entityId, details }) => ({
    entity_type: entityType,
    event_type: eventType,
    entity_id: entityId,
    details,
  }));
}

function isTakenId(error: unknown): boolean {
  return error instanceof UniqueViolation && error.table === 'item';
}

function takenId() {
  return refusal('INVALID_FIELD', { field: 'id', code: 'VALIDATION_UNIQUENESS' });
}
