import { type Role, textOfRule } from '@recto/content/permissions/final-permissions';
import { circularParent, longestLineage, MAXIMUM_LINEAGE } from '@recto/content/permissions/role-change';
import { refusal } from '@recto/content/refusal';
import type { Db } from '#db/database.ts';
import { ForeignKeyViolation, UniqueViolation } from '#db/database-error.ts';
import type { RequestContext } from '#http/context.ts';
import { refuseUnknownSubjects } from './check-rules.ts';
import { insertRoles, updateRole } from './table.ts';

interface Saving {
  /** All of the project's, taken for this transaction. */
  roles: readonly Role[];
  before: Role;
  after: Role;
}

/** Judges the role beside the others, and saves it. */
export async function saveRole(
  context: RequestContext,
  { roles, before, after }: Saving,
): Promise<{ role: Role; roles: readonly Role[] }> {
  const { db, site, now } = context;
  const isNew = !roles.some(({ id }) => id === after.id);
  const changed = isNew ? [...roles, after] : roles.map((role) => (role.id === after.id ? after : role));
  refuseParents(after, changed);
  await refuseReadOnlyRules(context, before, after);
  await refuseUnknownSubjects(db, site.id, before.declared, after.declared);
  await refuseTakenName(after, () =>
    isNew ? insertRoles(db, site.id, [after], now) : updateRole(db, after),
  );
  return { role: after, roles: changed };
}

function refuseParents(role: Role, roles: readonly Role[]): void {
  const known = new Set(roles.map(({ id }) => id));
  const unknown = role.inheritsFrom.find((id) => !known.has(id));
  const field = 'inherits_permissions_from';
  if (unknown !== undefined) throw refusal('INVALID_RELATIONSHIP', { field, id: unknown });
  const circular = circularParent(role, roles);
  if (circular !== undefined)
    throw refusal('INVALID_RELATIONSHIP', { field, id: circular, reason: 'circular' });
  if (longestLineage(roles) > MAXIMUM_LINEAGE) {
    throw refusal('TECHNICAL_LIMIT_REACHED', { limit: 'inherited_roles', maximum: MAXIMUM_LINEAGE });
  }
}

const ENVIRONMENT_LISTS = [
  'positive_item_type_permissions',
  'negative_item_type_permissions',
  'positive_upload_permissions',
  'negative_upload_permissions',
] as const;

/** Where the project says so, what holds in the primary environment comes by promotion of a sandbox only. */
async function refuseReadOnlyRules({ db, site }: RequestContext, before: Role, after: Role): Promise<void> {
  if (site.settings.force_use_of_sandbox_environments !== true) return;
  const primary = await nameOfEnvironment(db, site.primaryEnvironmentId);
  const isTouched = ENVIRONMENT_LISTS.some((list) => {
    const [old, own] = [before, after].map(({ declared }) =>
      declared[list].filter(({ environment }) => environment === primary).map(textOfRule),
    );
    return JSON.stringify(old) !== JSON.stringify(own);
  });
  if (isTouched) throw refusal('PRIMARY_ENVIRONMENT_SETTINGS_READ_ONLY');
}

async function nameOfEnvironment(db: Db, id: string): Promise<string> {
  const row = await db.selectFrom('environment').select('name').where('id', '=', id).executeTakeFirst();
  return row?.name ?? '';
}

async function refuseTakenName(role: Role, save: () => Promise<void>): Promise<void> {
  try {
    await save();
  } catch (error) {
    if (error instanceof ForeignKeyViolation) throw refusal('CONCURRENT_ROLE_UPDATE');
    if (!(error instanceof UniqueViolation)) throw error;
    throw refusal('INVALID_FIELD', {
      field: 'name',
      code: 'VALIDATION_UNIQUENESS',
      record_type: 'Role',
      name: role.name,
    });
  }
}
