import { randomBytes } from 'node:crypto';
import { refuseAll } from '@recto/content/refusal';
import { type AccountContext, type AccountEndpoint, accountEndpoint } from '../account-endpoint.ts';
import { destroySites } from '../closing/destroy-sites.ts';
import { duplicateQuery } from '../duplicates/contract.ts';
import { requireRight } from '../organizations/table.ts';
import { answerSite, presentSites } from './answer-site.ts';
import { projectProblems, siteProblem, suggestSubdomain } from './check-project.ts';
import { siteCreateBody, siteFindQuery, siteListQuery, siteUpdateBody } from './contract.ts';
import { createProject } from './create-project.ts';
import { siteDocument, siteListDocument } from './entity.ts';
import { presentSite } from './present.ts';
import { findOwnedSite, isSubdomainTaken, listSites, type SiteList, updateSite } from './table.ts';

const DEFAULT_PAGE = 20;

export const siteEndpoints: AccountEndpoint[] = [
  accountEndpoint({
    resource: 'site',
    rel: 'instances',
    method: 'GET',
    path: '/sites',
    query: siteListQuery,
    answer: siteListDocument,
    access: 'signed_in',
    async run({ query }, context) {
      const { sites, totalCount, totalOwnedCount } = await listSites(context.db, {
        accountId: context.account.id,
        organizationId: context.membership?.organizationId ?? null,
        match: query.filters?.match,
        sort: sortOf(query.sort),
        offset: query.page?.offset ?? 0,
        limit: query.page?.limit ?? DEFAULT_PAGE,
      });
      return {
        data: await presentSites(sites, context),
        meta: { total_count: totalCount, total_owned_count: totalOwnedCount },
      };
    },
  }),
  accountEndpoint({
    resource: 'site',
    rel: 'self',
    method: 'GET',
    path: '/sites/:site_id',
    query: siteFindQuery,
    answer: siteDocument,
    access: 'signed_in',
    async run({ params }, context) {
      return answerSite(params.site_id, context);
    },
  }),
  accountEndpoint({
    resource: 'site',
    rel: 'create',
    method: 'POST',
    path: '/sites',
    body: siteCreateBody,
    query: duplicateQuery,
    answer: siteDocument,
    isJob: true,
    access: 'signed_in',
    async run({ body }, context) {
      const { name, main_locale: mainLocale, theme_hue: themeHue } = body.data.attributes;
      const internalSubdomain =
        body.data.attributes.internal_subdomain ?? suggestSubdomain(name, randomBytes(2).toString('hex'));
      refuseAll(projectProblems({ ...body.data.attributes, internal_subdomain: internalSubdomain }));
      await refuseTakenSubdomain(internalSubdomain, context);
      const project = {
        name,
        ...ownerOf(context),
        internalSubdomain,
        mainLocale: mainLocale ?? 'en',
        themeHue,
      };
      const { now, newId, settings } = context;
      const { siteId } = await createProject(context.db, project, { now, newId, secret: settings.secret });
      return answerSite(siteId, context);
    },
  }),
  accountEndpoint({
    resource: 'site',
    rel: 'update',
    method: 'PUT',
    path: '/sites/:site_id',
    body: siteUpdateBody,
    answer: siteDocument,
    access: 'signed_in',
    async run({ params, body }, context) {
      const site = await findOwnedSite(
        context.db,
        context.account.id,
        params.site_id ?? '',
        'can_edit_sites',
      );
      const { is_public_template: _, ...change } = body.data.attributes ?? {};
      refuseAll(projectProblems(change));
      const subdomain = change.internal_subdomain ?? site.internalSubdomain;
      if (subdomain !== site.internalSubdomain) await refuseTakenSubdomain(subdomain, context);
      await updateSite(context.db, site.id, change);
      return answerSite(site.id, context);
    },
  }),
  accountEndpoint({
    resource: 'site',
    rel: 'destroy',
    method: 'DELETE',
    path: '/sites/:site_id',
    answer: siteDocument,
    isJob: true,
    access: 'signed_in',
    async run({ params }, context) {
      const site = await findOwnedSite(
        context.db,
        context.account.id,
        params.site_id ?? '',
        'can_delete_sites',
      );
      await destroySites(context, [site.id]);
      return { data: presentSite({ ...site, status: 'destroying' }, null, context.settings) };
    },
  }),
];

/** Nobody has a plan here, so that projects sorted by plan are sorted by name. */
function sortOf(sort: string | undefined): SiteList['sort'] {
  switch (sort) {
    case '-name':
    case '-plan':
      return '-name';
    case 'last_data_change_at':
    case '-last_data_change_at':
      return sort;
    default:
      return 'name';
  }
}

/** The organization that the request is about, or whoever asks. */
function ownerOf({ account, membership }: AccountContext) {
  if (!membership) return { ownerId: account.id, ownerOrganizationId: null };
  requireRight(membership, 'can_create_new_sites');
  return { ownerId: null, ownerOrganizationId: membership.organizationId };
}

async function refuseTakenSubdomain(subdomain: string, { db }: AccountContext): Promise<void> {
  if (await isSubdomainTaken(db, subdomain)) {
    refuseAll([siteProblem('internal_subdomain', 'VALIDATION_UNIQUENESS')]);
  }
}
