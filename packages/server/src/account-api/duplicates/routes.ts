import { accountEndpoint } from '../account-endpoint.ts';
import { siteDocument } from '../sites/entity.ts';
import { beginDuplicate } from './begin-duplicate.ts';
import { duplicateBody, duplicateQuery } from './contract.ts';

export const duplicateSite = accountEndpoint({
  resource: 'site',
  rel: 'duplicate',
  method: 'POST',
  path: '/sites/:site_id/duplicate',
  body: duplicateBody,
  query: duplicateQuery,
  answer: siteDocument,
  isJob: true,
  access: 'signed_in',
  async run({ params, body }, context) {
    const id = await beginDuplicate(context, params.site_id ?? '', body.data.attributes);
    return { data: { type: 'job', id } };
  },
});
