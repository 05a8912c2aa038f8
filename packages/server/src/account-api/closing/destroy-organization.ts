import type { Db } from '#db/database.ts';
import type { AccountContext } from '../account-endpoint.ts';
import { destroySites } from './destroy-sites.ts';

/** With its projects, members, invitations and mandates. */
export async function destroyOrganization(context: AccountContext, organizationId: string): Promise<void> {
  const { db } = context;
  await destroySites(context, await listSiteIds(db, organizationId));
  await db.deleteFrom('organization').where('id', '=', organizationId).execute();
}

async function listSiteIds(db: Db, organizationId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('site')
    .select('id')
    .where('owner_organization_id', '=', organizationId)
    .forUpdate()
    .execute();
  return rows.map(({ id }) => id);
}
