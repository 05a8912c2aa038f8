import { refusal } from '@recto/content/refusal';
import { type Endpoint, endpoint } from '#http/endpoint.ts';
import { findJobResult } from './table.ts';

const find = endpoint({
  resource: 'job_result',
  rel: 'self',
  method: 'GET',
  path: '/job-results/:job_result_id',
  policy: () => true,
  async run({ params }, { db, site, environment }) {
    const scope = { siteId: site.id, environmentId: environment.id };
    const result = await findJobResult(db, scope, params.job_result_id ?? '');
    if (!result) throw refusal('NOT_FOUND');
    return result;
  },
  present: ({ id, status, payload }) => ({
    data: { type: 'job_result', id, attributes: { status, payload } },
  }),
});

export const jobResultEndpoints: Endpoint[] = [find];
