import { hasFlag } from '@recto/content/permissions/evaluate';
import { requireRole } from '#api/roles/holders.ts';
import { requireSsoSettings } from '#api/sso-settings/table.ts';
import type { RequestContext } from '#http/context.ts';
import { documentOf, listOf } from '#http/document.ts';
import { type AnswerDocument, type Endpoint, endpoint } from '#http/endpoint.ts';
import { ssoGroupEntity, updateSsoGroupBody } from './contract.ts';
import { presentSsoGroup } from './present.ts';
import {
  deleteSsoGroup,
  ensureGroupsOfRoles,
  findSsoGroup,
  listSsoGroups,
  type SsoGroup,
  updateSsoGroup,
} from './table.ts';

const base = {
  resource: 'sso_group',
  policy: (_subject: unknown, { permissions }: RequestContext) => hasFlag(permissions, 'can_manage_sso'),
};
const one = {
  ...base,
  path: '/sso-groups/:sso_group_id',
  answer: documentOf(ssoGroupEntity),
  load: ({ params }: { params: Readonly<Record<string, string>> }, { db, site }: RequestContext) =>
    findSsoGroup(db, site.id, params.sso_group_id ?? ''),
  present: (group: SsoGroup): AnswerDocument => ({ data: presentSsoGroup(group) }),
};

const list = endpoint({
  ...base,
  rel: 'instances',
  method: 'GET',
  path: '/sso-groups',
  answer: listOf(ssoGroupEntity),
  run: (_request, { db, site }) => listSsoGroups(db, site.id),
  present: (groups) => ({ data: groups.map(presentSsoGroup) }),
});

/** Fills the list up; the group that was named is only what the answer shows. */
const copyRoles = endpoint({
  ...one,
  rel: 'copy_roles',
  method: 'POST',
  path: '/sso-groups/:sso_group_id/copy-roles',
  async run(_request, { db, site, newId, now }, group: SsoGroup) {
    await requireSsoSettings(db, site.id);
    await ensureGroupsOfRoles(db, { siteId: site.id, newId, now });
    return group;
  },
});

const update = endpoint({
  ...one,
  rel: 'update',
  method: 'PUT',
  body: updateSsoGroupBody,
  async run({ body }, { db, site }, group: SsoGroup) {
    const { attributes, relationships } = body.data;
    const roleId = await requireRole(db, site.id, relationships.role.data.id);
    const changed = { ...group, priority: attributes.priority, roleId };
    await updateSsoGroup(db, changed);
    return changed;
  },
});

const destroy = endpoint({
  ...one,
  rel: 'destroy',
  method: 'DELETE',
  async run(_request, { db }, group: SsoGroup) {
    await deleteSsoGroup(db, group.id);
    return group;
  },
});

export const ssoGroupEndpoints: Endpoint[] = [list, copyRoles, update, destroy];
