import { type RolePermissions, textOfRule } from '@recto/content/permissions/final-permissions';
import { type ErrorReason, refusal, refuseAll } from '@recto/content/refusal';
import { sql } from 'kysely';
import type { Db } from '#db/database.ts';

const LISTS = [
  'positive_item_type_permissions',
  'negative_item_type_permissions',
  'positive_upload_permissions',
  'negative_upload_permissions',
] as const;

/** Keys of a rule that name something of its environment. */
const NAMES = [
  'environment',
  'item_type',
  'workflow',
  'on_stage',
  'to_stage',
  'locale',
  'upload_collection',
  'move_to_upload_collection',
] as const;

interface Named {
  list: string;
  key: string;
  environment: string;
  id: string;
}

/** Refuses new rules about what does not exist. Rules that stand already may be sent back as they are. */
export async function refuseUnknownSubjects(
  db: Db,
  siteId: string,
  before: RolePermissions,
  after: RolePermissions,
): Promise<void> {
  const named = LISTS.flatMap((list) => namedIn(list, newRules(before[list], after[list])));
  if (named.length === 0) return;
  const { rows } = await sql<Named>`
    select named.* from jsonb_to_recordset(${JSON.stringify(named)}::jsonb)
      as named(list text, key text, environment text, id text)
    left join environment e on e.site_id = ${siteId} and e.name = named.environment
    where e.id is null or not case named.key
      when 'item_type' then exists (select 1 from item_type t where t.environment_id = e.id and t.id = named.id)
      when 'workflow' then exists (select 1 from workflow w where w.environment_id = e.id and w.id = named.id)
      when 'locale' then named.id = any(e.locales)
      when 'upload_collection' then exists (
        select 1 from upload_collection c where c.environment_id = e.id and c.id = named.id)
      when 'move_to_upload_collection' then exists (
        select 1 from upload_collection c where c.environment_id = e.id and c.id = named.id)
      when 'environment' then true
      else exists (select 1 from workflow w where w.environment_id = e.id
        and w.stages @> jsonb_build_array(jsonb_build_object('id', named.id)))
    end`.execute(db);
  refuseAll(rows.flatMap(reasonOf));
}

function newRules(before: readonly object[], after: readonly object[]): Record<string, string | null>[] {
  const known = new Set(before.map(textOfRule));
  return after.filter((rule) => !known.has(textOfRule(rule))) as Record<string, string | null>[];
}

function namedIn(list: string, rules: readonly Record<string, string | null>[]): Named[] {
  const all = rules.flatMap((rule) =>
    NAMES.flatMap((key) => {
      const id = rule[key];
      return typeof id === 'string' ? [{ list, key, environment: rule.environment ?? '', id }] : [];
    }),
  );
  return [...new Map(all.map((named) => [JSON.stringify(named), named])).values()];
}

function reasonOf({ list, key, environment, id }: Named): readonly ErrorReason[] {
  const details = { field: list, code: 'VALIDATION_INVALID', record_type: 'Role', environment, [key]: id };
  return refusal('INVALID_FIELD', details).reasons;
}
