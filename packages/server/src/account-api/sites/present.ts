import { ORGANIZATION_ROLES } from '@recto/content/organization/organization-role';
import { decryptSecret } from '#secrets/secret.ts';
import type { Settings } from '#settings.ts';
import type { SiteEntity } from './entity.ts';
import type { ListedSite } from './table.ts';

/** `accessToken` is a person's own session in the project. The tokens of the project are for its owner: what a
 *  collaborator may know about them is said by the project itself. */
export function presentSite(site: ListedSite, accessToken: string | null, settings: Settings): SiteEntity {
  const seesTokens =
    site.role !== null && ORGANIZATION_ROLES[site.role].can_access_sites_as_owner && !site.hasSeat;
  const reveal = (token: Buffer | null) =>
    token === null || !seesTokens ? null : decryptSecret(settings.secret, token);
  const lastDataChangeAt = site.lastDataChangeAt?.toISOString() ?? null;
  const createdAt = site.createdAt.toISOString();
  return {
    type: 'site',
    id: site.id,
    attributes: {
      name: site.name,
      domain: site.domain,
      internal_domain: internalDomain(settings.publicUrl, site.internalSubdomain),
      internal_subdomain: site.internalSubdomain,
      last_data_change_at: lastDataChangeAt,
      created_at: createdAt,
      access_token: accessToken,
      readonly_token: reveal(site.readOnlyToken),
      readwrite_token: reveal(site.readWriteToken),
      deactivated: false,
      is_public_template: false,
      status: site.status,
    },
    relationships: {
      active_subscription: { data: null },
      active_plan: { data: null },
      transfer: { data: site.transferId === null ? null : { type: 'site_transfer', id: site.transferId } },
    },
    meta: {
      last_data_change_at: lastDataChangeAt,
      created_at: createdAt,
      deactivated: false,
      status: site.status,
      require_2fa: site.requires2fa,
      owner: site.owner,
    },
  };
}

/** Where a project's admin is, without the protocol: the base that every link into it is made from. */
export function internalDomain(publicUrl: string, internalSubdomain: string): string {
  return `${publicUrl.replace(/^https?:\/\//, '')}/p/${internalSubdomain}`;
}
