import { refusal } from '@recto/content/refusal';
import { documentOf, listOf } from '#http/document.ts';
import { type Endpoint, endpoint } from '#http/endpoint.ts';
import { roleEntity } from './contract.ts';
import { presentRole } from './present.ts';
import { listRoles } from './table.ts';

/** Every credential of the project may read what its roles are. */
const readable = { resource: 'role', method: 'GET', policy: () => true } as const;

const list = endpoint({
  ...readable,
  rel: 'instances',
  path: '/roles',
  answer: listOf(roleEntity),
  run: (_request, { db, site }) => listRoles(db, site.id),
  present: (roles) => ({ data: roles.map((role) => presentRole(role, roles)) }),
});

const find = endpoint({
  ...readable,
  rel: 'self',
  path: '/roles/:role_id',
  answer: documentOf(roleEntity),
  async run({ params }, { db, site }) {
    const roles = await listRoles(db, site.id);
    const role = roles.find(({ id }) => id === params.role_id);
    if (!role) throw refusal('NOT_FOUND');
    return { role, roles };
  },
  present: ({ role, roles }) => ({ data: presentRole(role, roles) }),
});

export const roleEndpoints: Endpoint[] = [list, find];
