import { hasFlag } from '@recto/content/permissions/evaluate';
import { NO_PERMISSIONS, type Role } from '@recto/content/permissions/final-permissions';
import { changeRole, nameOfDuplicate } from '@recto/content/permissions/role-change';
import { refusal } from '@recto/content/refusal';
import type { Db } from '#db/database.ts';
import { ForeignKeyViolation } from '#db/database-error.ts';
import type { RequestContext } from '#http/context.ts';
import { documentOf, listOf } from '#http/document.ts';
import { type Endpoint, endpoint } from '#http/endpoint.ts';
import { createRoleBody, roleEntity, updateRoleBody } from './contract.ts';
import { refuseHeldRole } from './holders.ts';
import { presentRole } from './present.ts';
import { readChange } from './read-change.ts';
import { saveRole } from './save-role.ts';
import { deleteRole, listRoles, takeRoles } from './table.ts';

/** A role among all of the project's: what it comes to depends on them. */
interface RoleAmong {
  role: Role;
  roles: readonly Role[];
}

const base = {
  resource: 'role',
  answer: documentOf(roleEntity),
  present: ({ role, roles }: RoleAmong) => ({ data: presentRole(role, roles) }),
};
/** Every credential of the project may read what its roles are. */
const readable = { method: 'GET', policy: () => true } as const;
const manageable = {
  ...base,
  policy: (_subject: unknown, { permissions }: RequestContext) => hasFlag(permissions, 'can_manage_users'),
};
type WithId = { params: Readonly<Record<string, string>> };

const list = endpoint({
  ...readable,
  resource: 'role',
  rel: 'instances',
  path: '/roles',
  answer: listOf(roleEntity),
  run: (_request, { db, site }) => listRoles(db, site.id),
  present: (roles) => ({ data: roles.map((role) => presentRole(role, roles)) }),
});

const find = endpoint({
  ...base,
  ...readable,
  rel: 'self',
  path: '/roles/:role_id',
  run: async ({ params }, { db, site }) => among(await listRoles(db, site.id), params.role_id),
});

const create = endpoint({
  ...manageable,
  rel: 'create',
  method: 'POST',
  path: '/roles',
  body: createRoleBody,
  async run({ body }, context) {
    const change = readChange(body.data);
    const roles = await takeRoles(context.db, context.site.id);
    const blank: Role = { id: context.newId(), name: '', declared: NO_PERMISSIONS, inheritsFrom: [] };
    return saveRole(context, { roles, before: blank, after: changeRole(blank, change) });
  },
});

const update = endpoint({
  ...manageable,
  rel: 'update',
  method: 'PUT',
  path: '/roles/:role_id',
  body: updateRoleBody,
  async run({ params, body }, context) {
    const change = readChange(body.data);
    const { role, roles } = among(await takeRoles(context.db, context.site.id), params.role_id);
    return saveRole(context, { roles, before: role, after: changeRole(role, change) });
  },
});

const duplicate = endpoint({
  ...manageable,
  rel: 'duplicate',
  method: 'POST',
  path: '/roles/:role_id/duplicate',
  async run({ params }: WithId, context: RequestContext) {
    const { role, roles } = among(await takeRoles(context.db, context.site.id), params.role_id);
    const name = nameOfDuplicate(role.name, new Set(roles.map((other) => other.name)));
    const copy = { ...role, id: context.newId(), name };
    // What the original may, rules about things that are gone included.
    return saveRole(context, { roles, before: { ...copy, name: '' }, after: copy });
  },
});

const destroy = endpoint({
  ...manageable,
  rel: 'destroy',
  method: 'DELETE',
  path: '/roles/:role_id',
  async run({ params }: WithId, { db, site }: RequestContext) {
    const found = among(await takeRoles(db, site.id), params.role_id);
    await refuseHeldRole(db, found.role.id);
    await deleteUnheld(db, site.id, found.role.id);
    return found;
  },
});

export const roleEndpoints: Endpoint[] = [list, find, create, update, duplicate, destroy];

/** Somebody may have been given the role a moment ago. */
async function deleteUnheld(db: Db, siteId: string, id: string): Promise<void> {
  try {
    await deleteRole(db, siteId, id);
  } catch (error) {
    throw error instanceof ForeignKeyViolation ? refusal('CONCURRENT_ROLE_UPDATE') : error;
  }
}

function among(roles: readonly Role[], id: string | undefined): RoleAmong {
  const role = roles.find((other) => other.id === id);
  if (!role) throw refusal('NOT_FOUND');
  return { role, roles };
}
