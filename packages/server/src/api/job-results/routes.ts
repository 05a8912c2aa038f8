import { refusal } from '@recto/content/refusal';
import { Type } from '@sinclair/typebox';
import { nullable } from '#http/document.ts';
import { type Endpoint, endpoint } from '#http/endpoint.ts';
import { findJobResult } from './table.ts';

export const jobResultDocument = Type.Object({
  data: Type.Object({
    type: Type.Literal('job_result'),
    id: Type.String(),
    attributes: Type.Object({
      /** The status that the request would have been answered with, and its body. */
      status: Type.Integer(),
      payload: nullable(Type.Record(Type.String(), Type.Unknown())),
    }),
  }),
});

const find = endpoint({
  resource: 'job_result',
  rel: 'self',
  method: 'GET',
  path: '/job-results/:job_result_id',
  answer: jobResultDocument,
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
