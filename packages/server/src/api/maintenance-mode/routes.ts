import { hasFlag } from '@recto/content/permissions/evaluate';
import { Type } from '@sinclair/typebox';
import { refuseWhileEdited } from '#api/editing-sessions/table.ts';
import type { RequestContext } from '#http/context.ts';
import { documentOf } from '#http/document.ts';
import { type Endpoint, endpoint } from '#http/endpoint.ts';
import { switchMaintenanceMode } from './switch-maintenance-mode.ts';

export const maintenanceModeEntity = Type.Object({
  type: Type.Literal('maintenance_mode'),
  id: Type.Literal('maintenance_mode'),
  attributes: Type.Object({ active: Type.Boolean() }),
});

const base = {
  resource: 'maintenance_mode',
  answer: documentOf(maintenanceModeEntity),
  present: (active: boolean) => ({
    data: { type: 'maintenance_mode', id: 'maintenance_mode', attributes: { active } },
  }),
};
const managed = {
  ...base,
  policy: (_subject: unknown, { permissions }: RequestContext) =>
    hasFlag(permissions, 'can_promote_environments'),
};

const find = endpoint({
  ...base,
  rel: 'self',
  method: 'GET',
  path: '/maintenance-mode',
  policy: () => true,
  run: async (_request, { site }) => site.isInMaintenance,
});

const activate = endpoint({
  ...managed,
  rel: 'activate',
  method: 'PUT',
  path: '/maintenance-mode/activate',
  query: Type.Object({ force: Type.Optional(Type.Boolean()) }),
  async run({ query }, context) {
    const { db, site, now } = context;
    if (!query.force) await refuseWhileEdited(db, site.primaryEnvironmentId, now);
    return switchMaintenanceMode(context, true);
  },
});

const deactivate = endpoint({
  ...managed,
  rel: 'deactivate',
  method: 'PUT',
  path: '/maintenance-mode/deactivate',
  run: (_request, context) => switchMaintenanceMode(context, false),
});

export const maintenanceModeEndpoints: Endpoint[] = [find, activate, deactivate];
