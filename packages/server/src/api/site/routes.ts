import type { Json } from '@recto/content/json';
import { hasFlag } from '@recto/content/permissions/evaluate';
import type { RoleFlag } from '@recto/content/permissions/permissions';
import type { EnvironmentFlag } from '@recto/content/schema/environment-flags';
import type { Schema } from '@recto/content/schema/schema';
import type { Static } from '@sinclair/typebox';
import type { RequestContext } from '#http/context.ts';
import { type Endpoint, type EndpointRequest, endpoint } from '#http/endpoint.ts';
import { assetsCdnBody, findSiteQuery, updateSiteBody } from './contract.ts';
import { siteDocument } from './entity.ts';
import { loadIncluded, readInclude } from './include.ts';
import { presentSite } from './present.ts';
import { readSiteFacts, type SiteFacts, saveSite } from './table.ts';
import { updateSite } from './update-site.ts';

interface Shown {
  facts: SiteFacts;
  schema: Schema;
  included?: Json[];
}

const base = {
  resource: 'site',
  answer: siteDocument,
  path: '/site',
  present: ({ facts, schema, included }: Shown, context: RequestContext) => ({
    data: presentSite(facts, schema, context),
    ...(included ? { included } : {}),
  }),
};

const findSite = endpoint({
  ...base,
  rel: 'self',
  method: 'GET',
  query: findSiteQuery,
  policy: () => true,
  run: async ({ query }, context) => {
    const paths = readInclude(query.include);
    const shown = await show(context, context.schema);
    if (paths.size === 0) return shown;
    return { ...shown, included: await loadIncluded(paths, shown.facts, shown.schema, context) };
  },
});

const updateOneSite = endpoint({
  ...base,
  rel: 'update',
  method: 'PUT',
  isJob: true,
  body: updateSiteBody,
  policy: mayUpdate,
  run: async ({ body }, context) => show(context, await updateSite(body.data, context)),
});

const updateAssetsCdnDefaultSettings = endpoint({
  ...base,
  rel: 'update_assets_cdn_default_settings',
  method: 'PUT',
  path: '/site/assets-cdn-default-settings',
  body: assetsCdnBody,
  policy: (_subject, { permissions }) => hasFlag(permissions, 'can_edit_site'),
  run: async ({ body }, context) => {
    await saveSite(context.db, context.site.id, { settings: body.data.attributes });
    return show(context, context.schema);
  },
});

/** Each turns one behaviour on; the client calls them one by one. */
const ACTIVATIONS: Record<string, EnvironmentFlag> = {
  'improved-timezone-management': 'improved_timezone_management',
  'improved-hex-management': 'improved_hex_management',
  'improved-gql-multilocale-fields': 'improved_gql_multilocale_fields',
  'improved-gql-visibility-control': 'improved_gql_visibility_control',
  'improved-boolean-fields': 'improved_boolean_fields',
  'draft-mode-as-default': 'draft_mode_default',
  'improved-validation-at-publishing': 'improved_validation_at_publishing',
  'improved-exposure-of-inline-blocks-in-cda': 'improved_exposure_of_inline_blocks_in_cda',
  'improved-items-listing': 'improved_items_listing',
  'milliseconds-in-datetime': 'milliseconds_in_datetime',
  'non-localized-focal-points': 'non_localized_focal_points',
};

const activations = Object.entries(ACTIVATIONS).map(([name, flag]) =>
  endpoint({
    ...base,
    rel: `activate_${name.replaceAll('-', '_')}`,
    method: 'PUT',
    path: `/site/activate-${name}`,
    isJob: name === 'improved-timezone-management',
    policy: (_subject: unknown, { permissions }: RequestContext) =>
      hasFlag(permissions, 'can_edit_environment'),
    run: async (_request, context) =>
      show(context, await updateSite({ type: 'site', meta: { [flag]: true } }, context)),
  }),
);

export const siteEndpoints: Endpoint[] = [
  findSite,
  updateOneSite,
  ...activations,
  updateAssetsCdnDefaultSettings,
];

async function show({ db, site, environment }: RequestContext, schema: Schema): Promise<Shown> {
  return { schema, facts: await readSiteFacts(db, site.id, environment.id) };
}

/** Every part of the body has a right of its own. */
function mayUpdate(
  _subject: unknown,
  { permissions }: RequestContext,
  { body }: EndpointRequest<Static<typeof updateSiteBody>, unknown>,
): boolean {
  const { attributes = {}, relationships, meta } = body.data;
  const needed = Object.keys(attributes).map((name) => RIGHTS[name] ?? 'can_edit_environment');
  if (meta) needed.push('can_edit_environment');
  if (relationships?.sso_default_role) needed.push('can_manage_sso');
  return needed.every((flag) => hasFlag(permissions, flag));
}

const RIGHTS: Record<string, RoleFlag> = {
  name: 'can_edit_site',
  require_2fa: 'can_edit_site',
  ip_tracking_enabled: 'can_edit_site',
  force_use_of_sandbox_environments: 'can_edit_site',
  no_index: 'can_edit_favicon',
  global_seo: 'can_edit_favicon',
  favicon: 'can_edit_favicon',
};
