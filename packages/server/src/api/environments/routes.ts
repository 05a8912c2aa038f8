import type { Json } from '@recto/content/json';
import { hasFlag } from '@recto/content/permissions/evaluate';
import { mayEnter } from '@recto/content/permissions/final-permissions';
import type { RoleFlag } from '@recto/content/permissions/permissions';
import { refusal } from '@recto/content/refusal';
import type { RequestContext } from '#http/context.ts';
import { documentOf, listOf } from '#http/document.ts';
import { type Endpoint, endpoint } from '#http/endpoint.ts';
import { environmentEntity, forkBody, forkQuery, renameBody } from './contract.ts';
import { beginDestroying } from './destroy-environment.ts';
import { beginFork } from './fork-environment.ts';
import { presentEnvironment } from './present.ts';
import { promoteEnvironment } from './promote-environment.ts';
import { changeName } from './rename-environment.ts';
import { type ListedEnvironment, listEnvironments, lockEnvironments } from './table.ts';

const base = { resource: 'environment' };
const one = {
  ...base,
  path: '/environments/:environment_id',
  answer: documentOf(environmentEntity),
  present: (environment: ListedEnvironment) => ({ data: presentEnvironment(environment) as Json }),
};
const job = {
  ...base,
  answer: documentOf(environmentEntity),
  isJob: true,
  present: (begun: { jobId: string } | { environment: ListedEnvironment }) => ({
    data: ('jobId' in begun
      ? { type: 'job', id: begun.jobId }
      : presentEnvironment(begun.environment)) as Json,
  }),
};
const managed = allowedBy('can_manage_environments');
const promoted = allowedBy('can_promote_environments');

const list = endpoint({
  ...base,
  rel: 'instances',
  method: 'GET',
  path: '/environments',
  answer: listOf(environmentEntity),
  policy: () => true,
  run: (_request, context) => listEnterable(context),
  present: (environments) => ({ data: environments.map(presentEnvironment) as Json }),
});

const find = endpoint({
  ...one,
  rel: 'self',
  method: 'GET',
  policy: () => true,
  run: ({ params }, context) => findEnterable(params.environment_id, context),
});

const fork = endpoint({
  ...job,
  ...managed,
  rel: 'fork',
  method: 'POST',
  path: '/environments/:environment_id/fork',
  body: forkBody,
  query: forkQuery,
  async run({ params, body, query }, context) {
    const source = await takeEnvironment(params.environment_id, context);
    const begun = await beginFork(context, {
      source,
      name: body.data.id,
      isFast: query.fast === true,
      force: query.force === true,
    });
    if (!query.immediate_return) return { jobId: begun.jobId };
    return { environment: await findChanged(body.data.id, context) };
  },
});

const promote = endpoint({
  ...one,
  ...promoted,
  rel: 'promote',
  method: 'PUT',
  path: '/environments/:environment_id/promote',
  async run({ params }, context) {
    await promoteEnvironment(context, await takeEnvironment(params.environment_id, context));
    return findChanged(params.environment_id, context);
  },
});

const rename = endpoint({
  ...one,
  ...managed,
  rel: 'rename',
  method: 'PUT',
  path: '/environments/:environment_id/rename',
  body: renameBody,
  async run({ params, body }, context) {
    const environment = await takeEnvironment(params.environment_id, context);
    await changeName(context, environment, body.data.id);
    return findChanged(body.data.id, context);
  },
});

const destroy = endpoint({
  ...job,
  ...managed,
  rel: 'destroy',
  method: 'DELETE',
  path: '/environments/:environment_id',
  async run({ params }, context) {
    return beginDestroying(context, await takeEnvironment(params.environment_id, context));
  },
});

export const environmentEndpoints: Endpoint[] = [list, find, fork, promote, rename, destroy];

function allowedBy(flag: RoleFlag) {
  return { policy: (_subject: unknown, { permissions }: RequestContext) => hasFlag(permissions, flag) };
}

/** Nobody learns of environments that are closed to them. */
async function listEnterable({ db, site, permissions }: RequestContext): Promise<ListedEnvironment[]> {
  const environments = await listEnvironments(db, site.id);
  return environments.filter((environment) => mayEnter(permissions.environmentsAccess, environment));
}

async function findEnterable(name: string | undefined, context: RequestContext): Promise<ListedEnvironment> {
  const found = (await listEnterable(context)).find((environment) => environment.name === name);
  if (!found) throw refusal('NOT_FOUND');
  return found;
}

/** Nothing else happens to the project's environments until the request is done. */
async function takeEnvironment(
  name: string | undefined,
  context: RequestContext,
): Promise<ListedEnvironment> {
  await lockEnvironments(context.db, context.site.id);
  return findEnterable(name, context);
}

/** What they did themselves they see, even when it took the environment out of their reach. */
async function findChanged(
  name: string | undefined,
  { db, site }: RequestContext,
): Promise<ListedEnvironment> {
  const found = (await listEnvironments(db, site.id)).find((environment) => environment.name === name);
  if (!found) throw refusal('NOT_FOUND');
  return found;
}
