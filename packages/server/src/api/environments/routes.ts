import { refusal } from '@recto/content/refusal';
import { type Endpoint, endpoint } from '#http/endpoint.ts';
import { presentEnvironment } from './present.ts';
import { listEnvironments } from './table.ts';

/** Whoever may ask a project may know which environments it has; what is in them is another question. */
const list = endpoint({
  resource: 'environment',
  rel: 'instances',
  method: 'GET',
  path: '/environments',
  policy: () => true,
  run: (_request, { db, site }) => listEnvironments(db, site.id),
  present: (environments) => ({ data: environments.map(presentEnvironment) }),
});

const find = endpoint({
  resource: 'environment',
  rel: 'self',
  method: 'GET',
  path: '/environments/:environment_id',
  policy: () => true,
  async run({ params }, { db, site }) {
    const environments = await listEnvironments(db, site.id);
    const found = environments.find(({ name }) => name === params.environment_id);
    if (!found) throw refusal('NOT_FOUND');
    return found;
  },
  present: (environment) => ({ data: presentEnvironment(environment) }),
});

export const environmentEndpoints: Endpoint[] = [list, find];
