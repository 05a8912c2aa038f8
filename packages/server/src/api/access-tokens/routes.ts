import { hasFlag } from '@recto/content/permissions/evaluate';
import { refusal } from '@recto/content/refusal';
import { requireRole } from '#api/roles/holders.ts';
import type { RequestContext } from '#http/context.ts';
import { documentOf, listOf } from '#http/document.ts';
import { type Endpoint, endpoint } from '#http/endpoint.ts';
import { newToken } from '#secrets/secret.ts';
import {
  accessTokenEntity,
  createAccessTokenBody,
  destroyAccessTokenQuery,
  updateAccessTokenBody,
} from './contract.ts';
import { handOver } from './ownership.ts';
import { presentAccessToken } from './present.ts';
import {
  type AccessToken,
  deleteAccessToken,
  findAccessToken,
  insertAccessToken,
  listAccessTokens,
  replaceSecret,
  updateAccessToken,
} from './table.ts';

const base = {
  resource: 'access_token',
  answer: documentOf(accessTokenEntity),
  present: (token: AccessToken, context: RequestContext) => ({ data: presentAccessToken(token, context) }),
};
const manageable = {
  ...base,
  policy: (_subject: unknown, { permissions }: RequestContext) =>
    hasFlag(permissions, 'can_manage_access_tokens'),
};
const one = {
  load: ({ params }: { params: Readonly<Record<string, string>> }, context: RequestContext) =>
    findAccessToken(context.db, scopeOf(context), params.access_token_id ?? ''),
};

const list = endpoint({
  resource: 'access_token',
  rel: 'instances',
  method: 'GET',
  path: '/access_tokens',
  answer: listOf(accessTokenEntity),
  policy: () => true,
  run: (_request, context) => listAccessTokens(context.db, scopeOf(context)),
  present: (tokens, context) => ({ data: tokens.map((token) => presentAccessToken(token, context)) }),
});

const find = endpoint({
  ...base,
  ...one,
  rel: 'self',
  method: 'GET',
  path: '/access_tokens/:access_token_id',
  policy: () => true,
  run: async (_request, _context, token) => token,
});

const create = endpoint({
  ...manageable,
  rel: 'create',
  method: 'POST',
  path: '/access_tokens',
  body: createAccessTokenBody,
  async run({ body }, context) {
    const { attributes, relationships } = body.data;
    await requireRole(context.db, context.site.id, relationships.role.data.id);
    const token: AccessToken = {
      id: context.newId(),
      ...settable(attributes),
      roleId: relationships.role.data.id,
      hardcodedType: null,
      lastCmaAccessAt: null,
      lastCdaAccessAt: null,
      token: newToken(),
    };
    await insertAccessToken(context.db, scopeOf(context), token, context.now);
    return token;
  },
});

const update = endpoint({
  ...manageable,
  ...one,
  rel: 'update',
  method: 'PUT',
  path: '/access_tokens/:access_token_id',
  body: updateAccessTokenBody,
  async run({ body }, context, token: AccessToken) {
    if (token.hardcodedType !== null) throw refusal('NON_EDITABLE_ACCESS_TOKEN');
    const roleId = body.data.relationships?.role?.data.id ?? token.roleId;
    if (roleId !== null && roleId !== token.roleId) {
      await requireRole(context.db, context.site.id, roleId);
    }
    const changed = { ...token, ...settable(body.data.attributes), roleId };
    await updateAccessToken(context.db, scopeOf(context), changed);
    return changed;
  },
});

const regenerate = endpoint({
  ...manageable,
  ...one,
  rel: 'regenerate_token',
  method: 'POST',
  path: '/access_tokens/:access_token_id/regenerate_token',
  async run(_request, context, token: AccessToken) {
    const changed = { ...token, token: newToken() };
    await replaceSecret(context.db, scopeOf(context), token.id, changed.token);
    return changed;
  },
});

const destroy = endpoint({
  ...manageable,
  ...one,
  rel: 'destroy',
  method: 'DELETE',
  path: '/access_tokens/:access_token_id',
  query: destroyAccessTokenQuery,
  async run({ query }, context, token: AccessToken) {
    const { identity } = context;
    if (identity.type === 'access_token' && identity.id === token.id) {
      throw refusal('CANNOT_DESTROY_CURRENT_USER');
    }
    const destination = { type: query.destination_user_type, id: query.destination_user_id };
    await handOver(context, { type: 'access_token', id: token.id }, destination);
    await deleteAccessToken(context.db, scopeOf(context), token.id);
    return token;
  },
});

export const accessTokenEndpoints: Endpoint[] = [create, update, list, find, regenerate, destroy];

function scopeOf({ site, settings }: RequestContext) {
  return { siteId: site.id, secret: settings.secret };
}

function settable(attributes: {
  name: string;
  can_access_cda: boolean;
  can_access_cda_preview: boolean;
  can_access_cma: boolean;
}) {
  return {
    name: attributes.name,
    canAccessCda: attributes.can_access_cda,
    canAccessCdaPreview: attributes.can_access_cda_preview,
    canAccessCma: attributes.can_access_cma,
  };
}
