import { refusal } from '@recto/content/refusal';
import { jobResultDocument } from '#api/job-results/routes.ts';
import { accountEndpoint } from '../account-endpoint.ts';
import { findAccountJob } from './account-jobs.ts';

export const findJobResult = accountEndpoint({
  resource: 'job_result',
  rel: 'self',
  method: 'GET',
  path: '/job-results/:job_result_id',
  answer: jobResultDocument,
  access: 'holder',
  async run({ params }, { db, askerHash, settings }) {
    const id = params.job_result_id ?? '';
    const result = await findAccountJob(db, { id, askerHash, secret: settings.secret });
    if (!result) throw refusal('NOT_FOUND');
    const { status, payload } = result;
    return { data: { type: 'job_result', id, attributes: { status, payload } } };
  },
});
