import { hasFlag } from '@recto/content/permissions/evaluate';
import { refusal } from '@recto/content/refusal';
import { handOver } from '#api/access-tokens/ownership.ts';
import { ensureGroupsOfRoles } from '#api/sso-groups/table.ts';
import { requireSsoSettings } from '#api/sso-settings/table.ts';
import { destroyUserQuery } from '#api/users/contract.ts';
import type { RequestContext } from '#http/context.ts';
import { documentOf, listOf } from '#http/document.ts';
import { type AnswerDocument, type Endpoint, endpoint } from '#http/endpoint.ts';
import { ssoUserEntity } from './contract.ts';
import { presentSsoUser } from './present.ts';
import { copyCollaborators, deleteSsoUser, findSsoUser, listSsoUsers, type SsoUser } from './table.ts';

const canManage = (_subject: unknown, { permissions }: RequestContext) =>
  hasFlag(permissions, 'can_manage_sso');
const one = {
  resource: 'sso_user',
  path: '/sso-users/:user_id',
  answer: documentOf(ssoUserEntity),
  load: ({ params }: { params: Readonly<Record<string, string>> }, { db, site }: RequestContext) =>
    findSsoUser(db, site.id, params.user_id ?? ''),
  present: (user: SsoUser): AnswerDocument => ({ data: presentSsoUser(user) }),
};
const many = {
  resource: 'sso_user',
  answer: listOf(ssoUserEntity),
  present: (users: SsoUser[]) => ({ data: users.map(presentSsoUser) }),
};

/** Like collaborators, they are seen by everybody who sees what they made. */
const list = endpoint({
  ...many,
  rel: 'instances',
  method: 'GET',
  path: '/sso-users',
  policy: () => true,
  run: (_request, { db, site }) => listSsoUsers(db, site.id),
});

const find = endpoint({
  ...one,
  rel: 'self',
  method: 'GET',
  policy: () => true,
  run: async (_request, _context, user: SsoUser) => user,
});

const copyUsers = endpoint({
  ...many,
  rel: 'copy_users',
  method: 'POST',
  path: '/sso-users/copy-users',
  policy: canManage,
  async run(_request, { db, site, newId, now }) {
    await requireSsoSettings(db, site.id);
    const where = { siteId: site.id, newId, now };
    await ensureGroupsOfRoles(db, where);
    await copyCollaborators(db, where);
    return listSsoUsers(db, site.id);
  },
});

const destroy = endpoint({
  ...one,
  rel: 'destroy',
  method: 'DELETE',
  query: destroyUserQuery,
  policy: canManage,
  async run({ query }, { db, site, now, identity }, user: SsoUser) {
    if (identity.type === 'sso_user' && identity.id === user.id) throw refusal('CANNOT_DESTROY_CURRENT_USER');
    const destination = { type: query.destination_user_type, id: query.destination_user_id };
    await handOver({ db, site, now }, { type: 'sso_user', id: user.id }, destination);
    await deleteSsoUser(db, user.id);
    return user;
  },
});

export const ssoUserEndpoints: Endpoint[] = [list, copyUsers, find, destroy];
