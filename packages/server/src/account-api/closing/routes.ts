import { accountDocument } from '../account/entity.ts';
import { presentAccount } from '../account/present.ts';
import { proveOneself } from '../account/prove-oneself.ts';
import { type AccountContext, type AccountEndpoint, accountEndpoint } from '../account-endpoint.ts';
import { answerDoneJob } from '../job-results/account-jobs.ts';
import { organizationDocument, presentOrganization } from '../organizations/routes.ts';
import { findMembership, insertOrganization, type Membership, requireRight } from '../organizations/table.ts';
import { convertBody, destroyAccountBody, destroyOrganizationBody } from './contract.ts';
import { destroyAccount } from './destroy-account.ts';
import { destroyOrganization } from './destroy-organization.ts';

/** What ends an account or an organization, or makes one of the other. Each is one transaction; what takes long,
 *  the emptying of projects, goes on behind it. */
export const closingEndpoints: AccountEndpoint[] = [
  accountEndpoint({
    resource: 'account',
    rel: 'destroy',
    method: 'POST',
    path: '/account/destroy',
    body: destroyAccountBody,
    answer: accountDocument,
    isJob: true,
    access: 'signed_in',
    transaction: 'own',
    async run({ body }, context) {
      await proveOneself(context, body.data.attributes);
      return context.db.transaction().execute(async (db) => {
        const own = { ...context, db };
        await destroyAccount(own);
        return answerDoneJob(own, { data: presentAccount(context.account) });
      });
    },
  }),
  accountEndpoint({
    resource: 'organization',
    rel: 'destroy',
    method: 'POST',
    path: '/organizations/:organization_id/destroy',
    body: destroyOrganizationBody,
    answer: organizationDocument,
    isJob: true,
    access: 'signed_in',
    transaction: 'own',
    async run({ params, body }, context) {
      await requireOwner(context, params.organization_id);
      await proveOneself(context, body.data.attributes);
      return context.db.transaction().execute(async (db) => {
        const own = { ...context, db };
        const { organizationId, organizationName } = await requireOwner(own, params.organization_id);
        await destroyOrganization(own, organizationId);
        return answerDoneJob(own, { data: presentOrganization(organizationId, organizationName) });
      });
    },
  }),
  accountEndpoint({
    resource: 'account',
    rel: 'convert_to_organization',
    method: 'POST',
    path: '/account/convert-to-organization',
    body: convertBody,
    answer: organizationDocument,
    isJob: true,
    access: 'signed_in',
    async run({ body }, context) {
      const { db, account, now, newId } = context;
      const organizationId = newId();
      const { name } = body.data.attributes;
      const ids = { organizationId, membershipId: newId(), accountId: account.id };
      await insertOrganization(db, { ...ids, name }, now);
      await db
        .updateTable('site')
        .set({ owner_id: null, owner_organization_id: organizationId })
        .where('owner_id', '=', account.id)
        .execute();
      return answerDoneJob(context, { data: presentOrganization(organizationId, name) });
    },
  }),
];

async function requireOwner({ db, account }: AccountContext, id: string | undefined): Promise<Membership> {
  const found = await findMembership(db, account.id, id ?? '');
  requireRight(found, 'can_manage_organization');
  return found;
}
