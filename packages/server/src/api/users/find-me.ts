import type { JsonObject } from '@recto/content/json';
import { refusal } from '@recto/content/refusal';
import { presentAccessToken } from '#api/access-tokens/present.ts';
import { findAccessToken } from '#api/access-tokens/table.ts';
import { presentRole } from '#api/roles/present.ts';
import { listRoles } from '#api/roles/table.ts';
import type { RequestContext } from '#http/context.ts';
import { presentUser } from './present.ts';
import { findUser } from './table.ts';

interface Found {
  data: JsonObject;
  included?: JsonObject[];
}

/** Whoever asks, of whatever kind. An owner has no role to include. */
export async function findMe(context: RequestContext, include: string | undefined): Promise<Found> {
  const { data, roleId } = await findCaller(context);
  return withRole(context, { data, roleId, include });
}

/** `include=role` → the role, with what it comes to. */
export async function withRole(
  { db, site }: RequestContext,
  { data, roleId, include }: { data: JsonObject; roleId: string | null; include: string | undefined },
): Promise<Found> {
  if (include === undefined) return { data };
  if (!include.split(',').includes('role') || roleId === null) return { data, included: [] };
  const roles = await listRoles(db, site.id);
  return {
    data,
    included: roles.filter(({ id }) => id === roleId).map((role) => presentRole(role, roles)),
  };
}

async function findCaller(context: RequestContext): Promise<{ data: JsonObject; roleId: string | null }> {
  const { db, site, identity, settings } = context;
  switch (identity.type) {
    case 'access_token': {
      const token = await findAccessToken(db, { siteId: site.id, secret: settings.secret }, identity.id);
      return { data: presentAccessToken(token, context), roleId: token.roleId };
    }
    case 'user': {
      const user = await findUser(db, site.id, identity.id);
      return { data: presentUser(user), roleId: user.roleId };
    }
    case 'organization':
      return { data: await findOrganization(context), roleId: null };
    default:
      return { data: await findAccount(context), roleId: null };
  }
}

async function findAccount({ db, identity }: RequestContext): Promise<JsonObject> {
  const account = await db
    .selectFrom('account')
    .select(['id', 'email', 'first_name', 'last_name', 'company'])
    .where('id', '=', identity.id)
    .executeTakeFirst();
  if (!account) throw refusal('NOT_FOUND');
  const { id, ...attributes } = account;
  return { type: 'account', id, attributes };
}

async function findOrganization({ db, identity }: RequestContext): Promise<JsonObject> {
  const row = await db
    .selectFrom('organization')
    .select('name')
    .where('id', '=', identity.id)
    .executeTakeFirst();
  if (!row) throw refusal('NOT_FOUND');
  return { type: 'organization', id: identity.id, attributes: { name: row.name } };
}
