import type { CreatorType, Identity } from '@recto/content/item/item';
import { refusal } from '@recto/content/refusal';
import { sql } from 'kysely';
import { endSilentSessions } from '#api/editing-sessions/table.ts';
import type { Db } from '#db/database.ts';
import type { RequestContext, Site } from '#http/context.ts';

const OWNER_TYPES: readonly CreatorType[] = ['account', 'organization', 'user', 'access_token', 'sso_user'];

/** What somebody makes and owns, and how its columns call them. */
const OWNED_TABLES = [
  { table: 'item', as: 'creator' },
  { table: 'upload', as: 'creator' },
  { table: 'item_type_filter', as: 'creator' },
  { table: 'upload_filter', as: 'creator' },
  { table: 'editing_session', as: 'editor' },
] as const;

export interface Destination {
  type: string | undefined;
  id: string | undefined;
}

/** Hands everything that a leaving owner made, in all environments, to whoever the caller named. Refuses when
 *  there is something to hand over and nobody to take it. */
export async function handOver(
  { db, site, now }: Pick<RequestContext, 'db' | 'site' | 'now'>,
  owner: Identity,
  destination: Destination,
): Promise<void> {
  await endSilentSessions(db, site.id, now);
  if (destination.type === undefined && destination.id === undefined) {
    if (await ownsAnything(db, site.id, owner)) throw refusal('DESTINATION_USER_REQUIRED');
    return;
  }
  const heir = await findHeir(db, site, owner, destination);
  for (const { table, as } of OWNED_TABLES) {
    const [type, id] = [sql.ref(`${as}_type`), sql.ref(`${as}_id`)];
    await sql`update ${sql.table(table)} set ${type} = ${heir.type}, ${id} = ${heir.id}
      where ${type} = ${owner.type} and ${id} = ${owner.id}
        and environment_id in (select id from environment where site_id = ${site.id})`.execute(db);
  }
}

async function findHeir(db: Db, site: Site, owner: Identity, destination: Destination): Promise<Identity> {
  const type = OWNER_TYPES.find((known) => known === destination.type);
  if (!type) throw refusal('INVALID_DESTINATION_TYPE');
  const heir = { type, id: destination.id ?? '' };
  const isItself = heir.type === owner.type && heir.id === owner.id;
  if (isItself || !(await isMember(db, site, heir))) throw refusal('INVALID_DESTINATION_USER');
  return heir;
}

/** Whoever is named as the maker of something has to be of the project. */
export async function refuseStranger(db: Db, site: Site, creator: Identity): Promise<void> {
  if (await isMember(db, site, creator)) return;
  throw refusal('INVALID_FIELD', { field: 'creator', code: 'VALIDATION_INVALID' });
}

async function isMember(db: Db, site: Site, { type, id }: Identity): Promise<boolean> {
  if (type === 'account') return id === site.ownerId;
  if (type === 'organization') return id === site.ownerOrganizationId;
  const row = await db
    .selectFrom(type)
    .select('id')
    .where('site_id', '=', site.id)
    .where('id', '=', id)
    .executeTakeFirst();
  return row !== undefined;
}

async function ownsAnything(db: Db, siteId: string, owner: Identity): Promise<boolean> {
  const anyOf = OWNED_TABLES.map(
    ({ table, as }) => sql`exists (
      select 1 from environment e join ${sql.table(table)} owned on owned.environment_id = e.id
      where e.site_id = ${siteId} and ${sql.ref(`owned.${as}_type`)} = ${owner.type}
        and ${sql.ref(`owned.${as}_id`)} = ${owner.id})`,
  );
  const { rows } = await sql<{ owns: boolean }>`select ${sql.join(anyOf, sql` or `)} as owns`.execute(db);
  return rows[0]?.owns ?? false;
}
