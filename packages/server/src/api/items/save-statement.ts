import type { ItemFacts } from '@recto/content/facts';
import type { ItemChange } from '@recto/content/item/item-change';
import { type RawBuilder, sql } from 'kysely';
import { decisionTags } from '#cache-tags/decision-tags.ts';
import { movedLane } from '#db/content-version.ts';
import type { RequestContext } from '#http/context.ts';
import type { Confirmation } from '#http/recalled-caller.ts';
import type { Decision, ShiftOfSiblings } from './decision.ts';
import type { DerivedRowChanges } from './derived-rows.ts';
import type { StoredFacts } from './facts.ts';

export interface Outcome {
  is_schema_current: boolean;
  is_saved: boolean;
  /** Who saves, by fingerprint; asked where nobody has confirmed it yet. */
  caller?: string | null;
}

type Part = RawBuilder<unknown>;

/** `scope` says whose rows: for one record by its id, so that any plan goes through an index. */
type Scope = (column: string) => Part;

/**
 * The statement that saves a decision. Only the parts that have something to do are in it; all of them hang on
 * `go`, which has a row only while schema and versions are those that the decision was made from.
 */
export function saveStatement(
  context: RequestContext,
  { changes, facts, shifts = [] }: Decision,
  derived: DerivedRowChanges,
): RawBuilder<Outcome> {
  const scope = scopeOf(changes);
  const kinds = new Set(changes.map(kindOf));
  const parts = [
    movedLane(context.environment, context.now),
    ...change(changes, new Set(shifts.map(({ exceptId }) => exceptId))),
    ...go(context, { changes, facts }, scope, derived.references.put),
    ...(kinds.has('delete') ? deleted(context, scope) : []),
    ...(kinds.has('update') ? updated(context, scope) : []),
    ...(kinds.has('insert') ? inserted() : []),
    ...(changes.some(({ versions }) => versions.length > 0) ? versions(context, changes) : []),
    ...(changes.some(changesPublished) ? history(context, scope) : []),
    ...blockParts(context, derived.blocks, scope),
    ...referenceParts(context, derived.references, scope),
    ...uniqueParts(context, derived.unique, scope),
    ...(shifts.length > 0 ? shifted(context, shifts) : []),
    ...events(context, changes, touchedTags(context, { changes, shifts }, derived)),
  ];
  const caller = unconfirmed(context) ? sql`, (select fingerprint from caller) as caller` : sql``;
  return sql`with ${sql.join(parts, sql`, `)}
    select exists (select 1 from moved) as is_schema_current, exists (select 1 from go) as is_saved${caller}`;
}

function scopeOf(changes: readonly ItemChange[]): Scope {
  const ids = changes.map(({ before, after }) => (after ?? before)?.id ?? '');
  return (column) =>
    ids.length === 1
      ? sql`${sql.ref(column)} = ${ids[0]}::text`
      : sql`${sql.ref(column)} = any(${ids}::text[])`;
}

function kindOf({ before, after }: ItemChange): 'insert' | 'update' | 'delete' {
  if (!before) return 'insert';
  return after ? 'update' : 'delete';
}

function changesPublished({ before, after }: ItemChange): boolean {
  return before !== null && after !== null && before.publishedVersionId !== after.publishedVersionId;
}

function change(changes: readonly ItemChange[], placed: ReadonlySet<string>): Part[] {
  const one = changes.length === 1 ? sql` limit 1` : sql``;
  return [
    sql`change as (
      select * from jsonb_to_recordset(${JSON.stringify(changes.map((each) => itemColumns(each, placed)))}::jsonb) as c(
        kind text, id text, old_current text, old_published text, item_type_id text,
        current jsonb, current_version_id text, is_current_valid boolean,
        published jsonb, published_as text, published_version_id text, is_published_valid boolean,
        creator_type text, creator_id text, created_at timestamptz, updated_at timestamptz,
        published_at timestamptz, first_published_at timestamptz,
        position integer, parent_id text, is_moved boolean, stage text, is_staged boolean)${one})`,
  ];
}

function go(
  context: RequestContext,
  { changes, facts }: Pick<Decision, 'changes' | 'facts'>,
  scope: Scope,
  put: PutReferences,
): Part[] {
  const stored = changes.filter(({ before }) => before !== null).length;
  const targets = targetsOf(changes, put);
  const conditions = [
    ...callerIsSame(context),
    ...(stored > 0 ? locked(context, stored, scope) : []),
    ...targetLocks(context, targets, facts.assumed),
    ...assumptionsHold(context, targets, facts.assumed),
  ];
  const complete = conditions.map(({ isComplete }) => isComplete);
  const where = complete.length > 0 ? sql` where ${sql.join(complete, sql` and `)}` : sql``;
  return [...conditions.map(({ part }) => part), sql`go as (select id from moved${where})`];
}

/** Something that has to be there, and whether all of it was. */
interface Condition {
  part: Part;
  isComplete: Part;
}

function locked({ environment }: RequestContext, stored: number, scope: Scope): Condition[] {
  const part = sql`locked as (
      select i.id from item i join change c on c.id = i.id
      where i.environment_id = ${environment.id} and ${scope('i.id')} and c.kind <> 'insert'
        and i.current_version_id = c.old_current
        and i.published_version_id is not distinct from c.old_published
      for update of i)`;
  return [{ part, isComplete: sql`(select count(*) from locked) = ${stored}::bigint` }];
}

type PutReferences = DerivedRowChanges['references']['put'];

type Assumed = StoredFacts['assumed'];

/** What is newly pointed at. */
interface Targets {
  item: readonly string[];
  upload: readonly string[];
}

function targetsOf(changes: readonly ItemChange[], put: PutReferences): Targets {
  const own = new Set(changes.map(({ after }) => after?.id));
  const idsOf = (kind: string) => {
    const wanted = put.filter((row) => row.target_kind === kind && !own.has(row.target_id));
    return [...new Set(wanted.map((row) => row.target_id))];
  };
  return { item: idsOf('item'), upload: idsOf('upload') };
}

/** It must not go away at the same moment: whoever destroys it waits, or has already done so and is seen here. */
function targetLocks({ environment }: RequestContext, targets: Targets, assumed: Assumed): Condition[] {
  return (['item', 'upload'] as const).flatMap((table) => {
    const ids = targets[table];
    if (ids.length === 0) return [];
    if (table === 'item' && assumed) {
      const wanted = new Set(ids);
      const items = assumed.items.filter(({ id }) => wanted.has(id));
      return [publishedItems(environment.id, items, { name: 'linked_item', lock: sql`for key share` })];
    }
    const name = sql.ref(`linked_${table}`);
    const part = sql`${name} as (
      select t.id from unnest(${ids}::text[]) as w(id) cross join lateral (
        select id from ${sql.table(table)} where environment_id = ${environment.id} and id = w.id
        for key share) as t)`;
    return [{ part, isComplete: sql`(select count(*) from ${name}) = ${ids.length}::bigint` }];
  });
}

/** Of what was only remembered, all that is not locked anyway. Free values are made sure of by their index. */
function assumptionsHold({ environment }: RequestContext, targets: Targets, assumed: Assumed): Condition[] {
  if (!assumed) return [];
  const linked = new Set(targets.item);
  const items = assumed.items.filter(({ id }) => !linked.has(id));
  const conditions: Condition[] = [];
  if (items.length > 0) {
    conditions.push(publishedItems(environment.id, items, { name: 'known_item', lock: sql`offset 0` }));
  }
  if (assumed.held.length > 0) {
    const part = sql`held_value as (
      select w.item_id from jsonb_to_recordset(${JSON.stringify(assumed.held)}::jsonb)
        as w(field_id text, locale text, value_hash text, item_id text) cross join lateral (
        select 1 from unique_value where environment_id = ${environment.id} and field_id = w.field_id
          and locale = w.locale and value_hash = w.value_hash and item_id = w.item_id offset 0) as u)`;
    conditions.push({ part, isComplete: countIs('held_value', assumed.held.length) });
  }
  return conditions;
}

/** Records that are of these models still, and published. */
function publishedItems(
  environmentId: string,
  items: readonly ItemFacts[],
  { name, lock }: { name: string; lock: Part },
): Condition {
  const ids = items.map(({ id }) => id);
  const models = items.map(({ itemTypeId }) => itemTypeId);
  const part = sql`${sql.ref(name)} as (
      select t.id from unnest(${ids}::text[], ${models}::text[]) as w(id, item_type_id) cross join lateral (
        select id from item where environment_id = ${environmentId} and id = w.id
          and item_type_id = w.item_type_id and published_version_id is not null ${lock}) as t)`;
  return { part, isComplete: countIs(name, items.length) };
}

function countIs(name: string, count: number): Part {
  return sql`(select count(*) from ${sql.ref(name)}) = ${count}::bigint`;
}

function callerIsSame(context: RequestContext): Condition[] {
  const confirmation = unconfirmed(context);
  if (!confirmation) return [];
  const part = sql`caller as (select ${confirmation.question} as fingerprint)`;
  return [{ part, isComplete: sql`(select fingerprint from caller) = ${confirmation.expected}` }];
}

function unconfirmed({ confirmation }: RequestContext): Confirmation | null {
  return confirmation?.isGiven === false ? confirmation : null;
}

function deleted({ environment }: RequestContext, scope: Scope): Part[] {
  return [
    sql`deleted as (
      delete from item i using change c, go
      where i.environment_id = ${environment.id} and ${scope('i.id')} and i.id = c.id and c.kind = 'delete')`,
  ];
}

function updated({ environment }: RequestContext, scope: Scope): Part[] {
  return [
    sql`updated as (
      update item i set
        current = coalesce(c.current, i.current), current_version_id = c.current_version_id,
        is_current_valid = c.is_current_valid,
        published = case c.published_as when 'none' then null when 'kept' then i.published
          when 'current' then coalesce(c.current, i.current) else c.published end,
        published_version_id = c.published_version_id, is_published_valid = c.is_published_valid,
        creator_type = c.creator_type, creator_id = c.creator_id, created_at = c.created_at,
        updated_at = c.updated_at, published_at = c.published_at, first_published_at = c.first_published_at,
        position = case when c.is_moved then c.position else i.position end,
        parent_id = case when c.is_moved then c.parent_id else i.parent_id end,
        stage = case when c.is_staged then c.stage else i.stage end
      from change c, go
      where i.environment_id = ${environment.id} and ${scope('i.id')} and i.id = c.id and c.kind = 'update')`,
  ];
}

function inserted(): Part[] {
  return [
    sql`inserted as (
      insert into item (environment_id, id, item_type_id, current, current_version_id, is_current_valid,
        published, published_version_id, is_published_valid, creator_type, creator_id, created_at, updated_at,
        published_at, first_published_at, position, parent_id, stage)
      select go.id, c.id, c.item_type_id, c.current, c.current_version_id, c.is_current_valid,
        case c.published_as when 'current' then c.current else c.published end,
        c.published_version_id, c.is_published_valid, c.creator_type, c.creator_id, c.created_at, c.updated_at,
        c.published_at, c.first_published_at, c.position, c.parent_id, c.stage
      from change c, go where c.kind = 'insert')`,
  ];
}

function versions({ identity, now }: RequestContext, changes: readonly ItemChange[]): Part[] {
  return [
    sql`versions as (
      insert into item_version (environment_id, id, item_id, document, editor_type, editor_id, created_at,
        published_from)
      select go.id, v.id, v.item_id, case when v.is_current then c.current else c.published end,
        ${identity.type}::text, ${identity.id}::text, ${now}::timestamptz,
        case when v.id = c.published_version_id then ${now}::timestamptz end
      from go, jsonb_to_recordset(${JSON.stringify(changes.flatMap(versionColumns))}::jsonb)
        as v(id text, item_id text, is_current boolean) join change c on c.id = v.item_id)`,
  ];
}

function history({ environment, now }: RequestContext, scope: Scope): Part[] {
  return [
    sql`history as (
      update item_version v set
        published_from = case when v.id = c.published_version_id then ${now}::timestamptz
          else v.published_from end,
        published_until = case when v.id = c.published_version_id then null else ${now}::timestamptz end
      from change c, go
      where v.environment_id = ${environment.id} and ${scope('v.item_id')} and v.item_id = c.id
        and c.published_version_id is distinct from c.old_published
        and v.id in (c.published_version_id, c.old_published))`,
  ];
}

function blockParts(
  { environment }: RequestContext,
  { gone, put }: DerivedRowChanges['blocks'],
  scope: Scope,
): Part[] {
  const parts: Part[] = [];
  if (gone.length > 0) {
    parts.push(sql`blocks_gone as (
      delete from block b using go
      where b.environment_id = ${environment.id} and ${scope('b.item_id')} and b.id = any(${gone}::text[]))`);
  }
  if (put.length > 0) {
    parts.push(sql`blocks as (
      insert into block (environment_id, id, item_id, item_type_id, in_current, in_published)
      select go.id, b.* from go, jsonb_to_recordset(${JSON.stringify(put)}::jsonb)
        as b(id text, item_id text, item_type_id text, in_current boolean, in_published boolean)
      on conflict (environment_id, id) do update
        set in_current = excluded.in_current, in_published = excluded.in_published)`);
  }
  return parts;
}

function referenceParts(
  { environment }: RequestContext,
  { gone, put }: DerivedRowChanges['references'],
  scope: Scope,
): Part[] {
  const parts: Part[] = [];
  if (gone.length > 0) {
    parts.push(sql`references_gone as (
      delete from reference r using go
      where r.environment_id = ${environment.id} and ${scope('r.item_id')}
        and (r.item_id, r.path, coalesce(r.locale, ''), r.target_kind, r.target_id) in (
          select g.item_id, g.path, coalesce(g.locale, ''), g.target_kind, g.target_id
          from jsonb_to_recordset(${JSON.stringify(gone)}::jsonb)
            as g(item_id text, path text, locale text, target_kind text, target_id text)))`);
  }
  if (put.length > 0) {
    parts.push(sql`refs as (
      insert into reference (environment_id, item_id, path, locale, target_kind, target_id, in_current, in_published)
      select go.id, r.* from go, jsonb_to_recordset(${JSON.stringify(put)}::jsonb)
        as r(item_id text, path text, locale text, target_kind text, target_id text, in_current boolean,
          in_published boolean))`);
  }
  return parts;
}

function uniqueParts(
  { environment }: RequestContext,
  { gone, put }: DerivedRowChanges['unique'],
  scope: Scope,
): Part[] {
  const parts: Part[] = [];
  if (gone.length > 0) {
    parts.push(sql`unique_gone as (
      delete from unique_value u using go
      where u.environment_id = ${environment.id} and ${scope('u.item_id')}
        and (u.item_id, u.field_id, u.locale, u.value_hash) in (
          select g.item_id, g.field_id, g.locale, g.value_hash
          from jsonb_to_recordset(${JSON.stringify(gone)}::jsonb)
            as g(field_id text, locale text, value_hash text, item_id text)))`);
  }
  if (put.length > 0) {
    parts.push(sql`unique_put as (
      insert into unique_value (environment_id, field_id, locale, value_hash, item_id)
      select go.id, u.* from go, jsonb_to_recordset(${JSON.stringify(put)}::jsonb)
        as u(field_id text, locale text, value_hash text, item_id text))`);
  }
  return parts;
}

function shifted({ environment }: RequestContext, shifts: readonly ShiftOfSiblings[]): Part[] {
  return [
    sql`shifted as (
      update item i set position = i.position + s.delta
      from go, jsonb_to_recordset(${JSON.stringify(shifts.map(shiftColumns))}::jsonb)
        as s(item_type_id text, parent_id text, first integer, last integer, delta integer, except_id text)
      where i.environment_id = ${environment.id} and i.item_type_id = s.item_type_id
        and i.parent_id is not distinct from s.parent_id
        and i.position >= s.first and (s.last is null or i.position <= s.last) and i.id <> s.except_id)`,
  ];
}

/** The first event tells for all of them what they touch. */
function events(
  { site, now }: RequestContext,
  changes: readonly ItemChange[],
  cacheTags: readonly string[],
): Part[] {
  const [first, ...others] = changes.flatMap(eventColumns);
  if (!first) return [];
  const rows = [{ ...first, details: { ...first.details, cache_tags: cacheTags } }, ...others.map(untold)];
  return [
    sql`events as (
      insert into event (site_id, environment_id, entity_type, event_type, entity_id, details, created_at)
      select ${site.id}::text, go.id, e.*, ${now}::timestamptz
      from go, jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as e(entity_type text, event_type text, entity_id text, details jsonb))`,
  ];
}

function untold<Row extends { details: object }>(row: Row) {
  return { ...row, details: { ...row.details, cache_tags: [] } };
}

function touchedTags(
  context: RequestContext,
  { changes, shifts = [] }: Pick<Decision, 'changes' | 'shifts'>,
  { references }: DerivedRowChanges,
): string[] {
  return decisionTags(context.environment.id, { changes, shifts, references }, context);
}

/** Documents travel once: what did not change is left where it is, what says the same is copied there. */
function itemColumns(change: ItemChange, placed: ReadonlySet<string>) {
  const { before, after } = change;
  const item = after ?? before;
  if (!item) throw new Error('A change needs a record');
  return {
    kind: kindOf(change),
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
    // Others may have pushed it elsewhere since it was read: if somebody makes room for it, it goes there.
    is_moved: before?.position !== item.position || before.parentId !== item.parentId || placed.has(item.id),
    stage: item.stage,
    is_staged: before?.stage !== item.stage,
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
