import type { ErrorCode } from '@recto/content/error-codes';
import type { Identity } from '@recto/content/item/item';
import {
  finalPermissions,
  mayEnter,
  OWNER_PERMISSIONS,
  permissionsIn,
  type Role,
  type RolePermissions,
} from '@recto/content/permissions/final-permissions';
import type { Permissions } from '@recto/content/permissions/permissions';
import { refusal } from '@recto/content/refusal';
import { factoryRole } from '#api/access-tokens/factory-tokens.ts';
import { type RoleColumns, roleFromColumns } from '#api/roles/table.ts';
import type { Db } from '#db/database.ts';
import { hashToken } from '#secrets/secret.ts';
import { type CallerRow, readCaller } from './caller-row.ts';
import type { Environment, Site } from './context.ts';

/** Whoever asks, where, and what they may do there. */
export interface Caller {
  site: Site;
  environment: Environment;
  identity: Identity;
  permissions: Permissions;
  /** Which APIs the token opens. */
  access: { cma: boolean; cda: boolean; cdaPreview: boolean };
  lastAccess: { cma: Date | null; cda: Date | null };
}

/**
 * A token (or the session of a person in a project's admin) and the name of an environment (null: the primary
 * one) → the caller. One statement, whatever the role inherits.
 */
export async function identify(
  db: Db,
  request: { token: string; environment: string | null; now: Date; whenClosed?: ErrorCode },
): Promise<Caller> {
  const row = await readCaller(db, { ...request, tokenHash: hashToken(request.token) });
  if (!row) throw refusal('INVALID_AUTHORIZATION_HEADER');
  if (row.site_id === null) throw refusal('INVALID_SITE');
  const environment = environmentOf(row);
  const permissions = environment && permissionsOf(row, environment);
  if (!environment) throw refusal('INVALID_ENVIRONMENT');
  // Unless an API documents another answer, what may not be entered looks like what does not exist.
  if (!permissions) throw refusal(request.whenClosed ?? 'INVALID_ENVIRONMENT', {});
  return {
    site: siteOf(row, row.site_id),
    environment,
    identity: { type: row.kind, id: row.id },
    permissions,
    access: { cma: row.can_access_cma, cda: row.can_access_cda, cdaPreview: row.can_access_cda_preview },
    lastAccess: { cma: row.last_cma_access_at, cda: row.last_cda_access_at },
  };
}

/** Null when the environment is closed to the caller. */
function permissionsOf(row: CallerRow, environment: Environment): Permissions | null {
  if (row.kind === 'account') return row.owner_id === row.id ? OWNER_PERMISSIONS : null;
  const role =
    row.role_id === null ? factoryRole(row.hardcoded_type, environment.name) : finalRoleOf(row.lineage);
  if (!role || !mayEnter(role.final.environments_access, environment)) return null;
  const sharesRole = (row.shares_role ?? []).map((id): Identity => ({ type: 'access_token', id }));
  return permissionsIn(environment.name, role, sharesRole);
}

/** What a role comes to, kept by the text of the roles it is made of: another text is another answer. */
const finalRoles = new Map<string, { id: string; final: RolePermissions }>();
const KEPT_ROLES = 500;

function finalRoleOf(lineage: string | null): { id: string; final: RolePermissions } | null {
  if (lineage === null) return null;
  const known = finalRoles.get(lineage);
  if (known) return known;
  const roles = (JSON.parse(lineage) as RoleColumns[]).map(roleFromColumns);
  const [role] = roles;
  if (!role) return null;
  const byId = new Map<string, Role>(roles.map((other) => [other.id, other]));
  const answer = { id: role.id, final: finalPermissions(role, byId) };
  if (finalRoles.size >= KEPT_ROLES) finalRoles.clear();
  finalRoles.set(lineage, answer);
  return answer;
}

function siteOf(row: CallerRow, id: string): Site {
  return {
    id,
    name: row.site_name,
    internalSubdomain: row.internal_subdomain,
    ownerId: row.owner_id,
    primaryEnvironmentId: row.primary_environment_id,
    settings: row.site_settings,
  };
}

function environmentOf(row: CallerRow): Environment | null {
  if (row.environment_id === null) return null;
  return {
    id: row.environment_id,
    name: row.environment_name,
    isPrimary: row.environment_id === row.primary_environment_id,
    status: row.environment_status,
    locales: row.locales,
    timeZone: row.time_zone,
    settings: row.environment_settings,
    schemaVersion: Number(row.schema_version),
  };
}
