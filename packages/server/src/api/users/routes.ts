import type { JsonObject } from '@recto/content/json';
import { refusal } from '@recto/content/refusal';
import { Type } from '@sinclair/typebox';
import { presentAccessToken } from '#api/access-tokens/present.ts';
import { findAccessToken } from '#api/access-tokens/table.ts';
import { presentRole } from '#api/roles/present.ts';
import { listRoles } from '#api/roles/table.ts';
import type { RequestContext } from '#http/context.ts';
import { type Endpoint, endpoint } from '#http/endpoint.ts';

/** Whoever asks: the owner's account, or the token itself. */
const me = endpoint({
  resource: 'user',
  rel: 'me',
  method: 'GET',
  path: '/users/me',
  query: Type.Object({ include: Type.Optional(Type.String()) }),
  policy: () => true,
  async run({ query }, context) {
    const { identity } = context;
    if (identity.type === 'account') return { data: await presentOwner(context), included: [] };
    const scope = { siteId: context.site.id, secret: context.settings.secret };
    const token = await findAccessToken(context.db, scope, identity.id);
    const isRoleAsked = query.include?.split(',').includes('role') ?? false;
    return {
      data: presentAccessToken(token, context),
      included: isRoleAsked ? await includeRole(context, token.roleId) : [],
    };
  },
  present: ({ data, included }, _context, { query }) =>
    query.include === undefined ? { data } : { data, included },
});

export const userEndpoints: Endpoint[] = [me];

async function presentOwner({ db, identity }: RequestContext): Promise<JsonObject> {
  const account = await db
    .selectFrom('account')
    .select(['id', 'email', 'first_name', 'last_name', 'company'])
    .where('id', '=', identity.id)
    .executeTakeFirst();
  if (!account) throw refusal('NOT_FOUND');
  const { id, ...attributes } = account;
  return {
    type: 'account',
    id,
    attributes: {
      email: attributes.email,
      first_name: attributes.first_name,
      last_name: attributes.last_name,
      company: attributes.company,
    },
  };
}

async function includeRole({ db, site }: RequestContext, roleId: string | null): Promise<JsonObject[]> {
  const roles = await listRoles(db, site.id);
  return roles.filter(({ id }) => id === roleId).map((role) => presentRole(role, roles));
}
