import { DEFAULT_ENVIRONMENT_FLAGS } from '@recto/content/schema/environment-flags';
import { insertAccessToken } from '#api/access-tokens/table.ts';
import { insertRoles } from '#api/roles/table.ts';
import type { Db } from '#db/database.ts';
import { newToken } from '#secrets/secret.ts';
import { defaultRoles } from './default-roles.ts';
import { insertSite } from './table.ts';

const PRIMARY_ENVIRONMENT = 'main';

export interface NewProject {
  name: string;
  /** Null: whoever makes the owner's account will own it. */
  ownerId: string | null;
  /** Instead of an account. */
  ownerOrganizationId?: string | null;
  internalSubdomain: string;
  mainLocale: string;
  /** 0 to 359, the hue of the admin's accent. */
  themeHue?: number | undefined;
}

/** Makes a project: its primary environment, the default roles and one read-only token. `db` is a transaction. */
export async function createProject(
  db: Db,
  project: NewProject,
  { now, newId, secret }: { now: Date; newId(): string; secret: Buffer },
): Promise<{ siteId: string; readOnlyToken: string }> {
  const siteId = newId();
  const readOnlyToken = newToken();
  await insertSite(db, {
    id: siteId,
    name: project.name,
    internalSubdomain: project.internalSubdomain,
    ownerId: project.ownerId,
    ownerOrganizationId: project.ownerOrganizationId ?? null,
    now,
    environment: {
      id: newId(),
      name: PRIMARY_ENVIRONMENT,
      locales: [project.mainLocale],
      timeZone: 'UTC',
      settings: {
        meta: DEFAULT_ENVIRONMENT_FLAGS,
        ...(project.themeHue === undefined
          ? {}
          : { theme: { type: 'monochromatic', hue: project.themeHue } }),
      },
    },
  });
  await insertRoles(db, siteId, defaultRoles(PRIMARY_ENVIRONMENT, newId), now);
  await insertAccessToken(db, { siteId, secret }, readOnlyTokenOf(newId(), readOnlyToken), now);
  return { siteId, readOnlyToken };
}

/** The token that every project begins with. */
export function readOnlyTokenOf(id: string, token: string) {
  return {
    id,
    name: 'Read-only API token',
    hardcodedType: 'readonly',
    roleId: null,
    canAccessCda: true,
    canAccessCdaPreview: true,
    canAccessCma: true,
    token,
  };
}
