import type { Json } from '@recto/content/json';
import type { Schema } from '@recto/content/schema/schema';
import { internalDomain } from '#account-api/sites/present.ts';
import type { RequestContext } from '#http/context.ts';
import { presentLinkage, presentLinkages } from '#schema/linkage.ts';
import type { Owner, SiteFacts } from './table.ts';

const DEFAULT_THEME = { type: 'monochromatic', hue: 220, logo: null };

export function presentSite(facts: SiteFacts, schema: Schema, context: RequestContext): Json {
  const account = presentLinkage('account', facts.owner?.id ?? null);
  const organizationId = context.site.ownerOrganizationId;
  return {
    type: 'site',
    id: context.site.id,
    attributes: presentAttributes(facts, schema, context),
    relationships: {
      account,
      owner: organizationId === null ? account : presentLinkage('organization', organizationId),
      item_types: presentLinkages('item_type', [...schema.itemTypes.values()]),
    },
    meta: {
      created_at: facts.createdAt.toISOString(),
      ...schema.settings.flags,
      allow_custom_theme: true,
    },
  };
}

function presentAttributes(facts: SiteFacts, schema: Schema, { site, settings }: RequestContext): Json {
  const { publicUrl } = settings;
  const own = facts.environmentSettings;
  return {
    name: facts.name,
    domain: facts.domain,
    internal_domain: internalDomain(publicUrl, site.internalSubdomain),
    imgix_host: new URL(settings.assetsUrl).host,
    google_maps_api_token: (facts.settings.google_maps_api_token ?? null) as Json,
    last_data_change_at: facts.lastDataChangeAt?.toISOString() ?? null,
    locales: [...schema.settings.locales],
    timezone: schema.settings.timeZone,
    no_index: own.no_index === true,
    favicon: (own.favicon ?? null) as Json,
    require_2fa: facts.settings.require_2fa === true,
    ip_tracking_enabled: facts.settings.ip_tracking_enabled === true,
    force_use_of_sandbox_environments: facts.settings.force_use_of_sandbox_environments === true,
    assets_cdn_default_settings: (facts.settings.assets_cdn_default_settings ?? {
      image: {},
      video: {},
    }) as Json,
    theme: presentTheme(own.theme),
    global_seo: (own.global_seo ?? null) as Json,
  };
}

/** Of a theme made from one hue only the hue is sent: whoever shows it derives the colours. */
export function presentTheme(stored: unknown): Json {
  const theme = { ...DEFAULT_THEME, ...(stored as object | undefined) };
  return theme.type === 'custom' ? { ...theme, hue: null } : (theme as Json);
}

export function presentAccount({ id, email, first_name, last_name, company }: Owner): Json {
  return { type: 'account', id, attributes: { email, first_name, last_name, company } };
}
