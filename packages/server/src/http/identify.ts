import type { ErrorCode } from '@recto/content/error-codes';
import type { Identity } from '@recto/content/item/item';
import {
  finalPermissions,
  mayEnter,
  OWNER_PERMISSIONS,
  permissionsIn,
  type RolePermissions,
} from '@recto/content/permissions/final-permissions';
import type { Permissions } from '@recto/content/permissions/permissions';
import { refusal } from '@recto/content/refusal';
import { factoryRole } from '#api/access-tokens/factory-tokens.ts';
import { listHolders } from '#api/roles/holders.ts';
import { listRoles } from '#api/roles/table.ts';
import type { Db } from '#db/database.ts';
import { type CallerQuery, type CallerRow, readCaller } from './caller-row.ts';
import type { Environment, Site } from './context.ts';
import { keepByVersion } from './kept-by-version.ts';
import { rememberCaller } from './recalled-caller.ts';
import { readEnvironmentSettings, readSite } from './site-rows.ts';

/** Whoever asks, where, and what they may do there. */
export interface Caller {
  site: Site;
  environment: Environment;
  identity: Identity;
  permissions: Permissions;
  /** Which APIs the token opens. */
  access: { cma: boolean; cda: boolean; cdaPreview: boolean };
  lastAccess: { cma: Date | null; cda: Date | null };
  /** Whether they may do the same for as long as their row is the same; not so where rights hang on others, too. */
  isLasting: boolean;
}

/**
 * A token (or the session of a person in a project's admin) and the name of an environment (null: the primary
 * one) → the caller. One statement, whatever the role inherits: it tells the versions of what is already known.
 */
export async function identify(db: Db, query: CallerQuery & { whenClosed?: ErrorCode }): Promise<Caller> {
  const row = await readCaller(db, query);
  if (!row) throw refusal('INVALID_AUTHORIZATION_HEADER');
  rememberCaller(query, row);
  return callerFrom(db, row, query);
}

/** A row that was read or recalled → the caller. */
export async function callerFrom(
  db: Db,
  row: CallerRow,
  query: { whenClosed?: ErrorCode } = {},
): Promise<Caller> {
  if (row.site_id === null) throw refusal('INVALID_SITE');
  const site = await findSite(db, row, row.site_id);
  if (!site.isReady) throw refusal('SITE_NOT_READY');
  if (row.is_2fa_active === false && site.settings.require_2fa === true) throw refusal('REQUIRED_2FA_SETUP');
  const environment = await findEnvironment(db, row, site);
  if (!environment) throw refusal('INVALID_ENVIRONMENT');
  const found = await findPermissions(db, row, site, environment);
  // Unless an API documents another answer, what may not be entered looks like what does not exist.
  if (!found) throw refusal(query.whenClosed ?? 'INVALID_ENVIRONMENT', {});
  const { permissions, isLasting } = found;
  return {
    site,
    environment,
    identity: { type: row.kind, id: row.id },
    permissions,
    isLasting: isLasting && row.fingerprint !== null,
    access: { cma: row.can_access_cma, cda: row.can_access_cda, cdaPreview: row.can_access_cda_preview },
    lastAccess: { cma: row.last_cma_access_at, cda: row.last_cda_access_at },
  };
}

const keptSites = keepByVersion<Site>(500);
const keptSettings = keepByVersion<Awaited<ReturnType<typeof readEnvironmentSettings>>>(500);
const keptRoles = keepByVersion<FinalRole | null>(500);

interface FinalRole {
  id: string;
  final: RolePermissions;
}

function findSite(db: Db, row: CallerRow, id: string): Promise<Site> {
  return keptSites(id, row.site_version, () => readSite(db, id));
}

/** Whoever changes an environment's settings gives it another schema version. */
async function findEnvironment(db: Db, row: CallerRow, site: Site): Promise<Environment | null> {
  const { environment_id: id, schema_version: version } = row;
  if (id === null) return null;
  return {
    id,
    name: row.environment_name,
    isPrimary: id === site.primaryEnvironmentId,
    status: row.environment_status,
    isReadOnly: row.is_read_only,
    schemaVersion: Number(version),
    ...(await keptSettings(id, String(version), () => readEnvironmentSettings(db, id))),
  };
}

/** Null when the environment is closed to the caller. */
async function findPermissions(
  db: Db,
  row: CallerRow,
  site: Site,
  environment: Environment,
): Promise<{ permissions: Permissions; isLasting: boolean } | null> {
  if (row.kind === 'account' || row.kind === 'organization') {
    return { permissions: OWNER_PERMISSIONS, isLasting: true };
  }
  const role = await findRole(db, row, site, environment);
  if (!role || !mayEnter(role.final.environments_access, environment)) return null;
  const sharesRole = asksForRole(role.final) ? await listHolders(db, role.id) : [];
  const permissions = permissionsIn(environment.name, role, sharesRole);
  return { permissions, isLasting: !asksForOwners(role.final) && !asksForCollections(role.final) };
}

async function findRole(
  db: Db,
  row: CallerRow,
  site: Site,
  environment: Environment,
): Promise<FinalRole | null> {
  const { role_id: id, role_version: version } = row;
  if (id === null) return factoryRole(row.hardcoded_type, environment.name);
  if (version === null) return null;
  return keptRoles(id, version, async () => {
    const roles = new Map((await listRoles(db, site.id)).map((role) => [role.id, role]));
    const role = roles.get(id);
    return role ? { id, final: finalPermissions(role, roles) } : null;
  });
}

/** Collections move into each other without a change of the assets in them. */
function asksForCollections(final: RolePermissions): boolean {
  return [...final.positive_upload_permissions, ...final.negative_upload_permissions].some(
    ({ upload_collection: collection }) => collection !== null,
  );
}

/** Only rules about records or assets of the same role need to know who holds it. */
function asksForRole(final: RolePermissions): boolean {
  return rulesOf(final).some(({ on_creator }) => on_creator === 'role');
}

/** What somebody made may be handed over to somebody else. */
function asksForOwners(final: RolePermissions): boolean {
  return rulesOf(final).some(({ on_creator }) => on_creator !== null && on_creator !== 'anyone');
}

function rulesOf(final: RolePermissions) {
  return [
    ...final.positive_item_type_permissions,
    ...final.negative_item_type_permissions,
    ...final.positive_upload_permissions,
    ...final.negative_upload_permissions,
  ];
}
