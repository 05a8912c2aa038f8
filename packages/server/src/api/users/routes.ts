import type { JsonObject } from '@recto/content/json';
import { hasFlag } from '@recto/content/permissions/evaluate';
import { refusal } from '@recto/content/refusal';
import { handOver } from '#api/access-tokens/ownership.ts';
import { requireRole } from '#api/roles/holders.ts';
import type { RequestContext } from '#http/context.ts';
import { documentOf, listOf } from '#http/document.ts';
import { type AnswerDocument, type Endpoint, endpoint } from '#http/endpoint.ts';
import { destroyUserQuery, includeQuery, updateUserBody, userEntity } from './contract.ts';
import { meDocument, userDocument } from './entity.ts';
import { findMe, withRole } from './find-me.ts';
import { presentUser } from './present.ts';
import { deleteUser, findUser, listUsers, type User, updateUser } from './table.ts';

const base = { resource: 'user', answer: documentOf(userEntity) };
const manageable = {
  ...base,
  policy: (_subject: unknown, { permissions }: RequestContext) => hasFlag(permissions, 'can_manage_users'),
  present: (user: User): AnswerDocument => ({ data: presentUser(user) }),
};
const one = {
  load: ({ params }: { params: Readonly<Record<string, string>> }, { db, site }: RequestContext) =>
    findUser(db, site.id, params.user_id ?? ''),
};

const list = endpoint({
  resource: 'user',
  rel: 'instances',
  method: 'GET',
  path: '/users',
  answer: listOf(userEntity),
  policy: () => true,
  run: (_request, { db, site }) => listUsers(db, site.id),
  present: (users) => ({ data: users.map(presentUser) }),
});

const me = endpoint({
  resource: 'user',
  rel: 'me',
  answer: meDocument,
  method: 'GET',
  path: '/users/me',
  query: includeQuery,
  policy: () => true,
  run: ({ query }, context) => findMe(context, query.include),
  present: (document: { data: JsonObject; included?: JsonObject[] }) => document,
});

const find = endpoint({
  ...base,
  ...one,
  rel: 'self',
  answer: userDocument,
  method: 'GET',
  path: '/users/:user_id',
  query: includeQuery,
  policy: () => true,
  run: ({ query }, context, user: User) =>
    withRole(context, { data: presentUser(user), roleId: user.roleId, include: query.include }),
  present: (document: { data: JsonObject; included?: JsonObject[] }) => document,
});

const update = endpoint({
  ...manageable,
  ...one,
  rel: 'update',
  method: 'PUT',
  path: '/users/:user_id',
  body: updateUserBody,
  async run({ body }, { db, site }, user: User) {
    const { attributes, relationships } = body.data;
    const roleId = relationships?.role?.data.id ?? user.roleId;
    if (roleId !== user.roleId) await requireRole(db, site.id, roleId);
    const changed = { ...user, roleId, isActive: attributes?.is_active ?? user.isActive };
    await updateUser(db, user.id, changed);
    return changed;
  },
});

const destroy = endpoint({
  ...manageable,
  ...one,
  rel: 'destroy',
  method: 'DELETE',
  path: '/users/:user_id',
  query: destroyUserQuery,
  async run({ query }, { db, site, now, identity }, user: User) {
    if (identity.type === 'user' && identity.id === user.id) throw refusal('CANNOT_DESTROY_CURRENT_USER');
    const destination = { type: query.destination_user_type, id: query.destination_user_id };
    await handOver({ db, site, now }, { type: 'user', id: user.id }, destination);
    await deleteUser(db, site.id, user);
    return user;
  },
});

export const userEndpoints: Endpoint[] = [list, me, find, update, destroy];
