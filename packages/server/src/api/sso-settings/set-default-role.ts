import { requireRole } from '#api/roles/holders.ts';
import type { Db } from '#db/database.ts';
import { readSsoSettings, saveSsoSettings } from './table.ts';

/** The role of whoever is in no group. */
export async function setSsoDefaultRole(db: Db, siteId: string, roleId: string): Promise<void> {
  await requireRole(db, siteId, roleId);
  await saveSsoSettings(db, { ...(await readSsoSettings(db, siteId)), defaultRoleId: roleId });
}
