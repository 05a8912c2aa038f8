import type { Static } from '@sinclair/typebox';
import type { ssoSettingsEntity } from './contract.ts';
import type { SsoSettings } from './table.ts';

/** Every address hangs below one, which is what an operator lets providers reach. */
export function presentSsoSettings(
  settings: SsoSettings,
  publicUrl: string,
): Static<typeof ssoSettingsEntity> {
  const samlUrl = `${publicUrl}/sso/${settings.samlToken}/saml`;
  const role = settings.defaultRoleId;
  return {
    type: 'sso_settings',
    id: settings.siteId,
    attributes: {
      idp_saml_metadata_url: settings.metadataUrl,
      idp_saml_metadata_xml: settings.metadataXml,
      scim_base_url: `${publicUrl}/sso/scim`,
      saml_acs_url: `${samlUrl}/consume`,
      sp_saml_metadata_url: `${samlUrl}/metadata`,
      sp_saml_base_url: samlUrl,
      saml_token: settings.samlToken,
    },
    relationships: { default_role: { data: role === null ? null : { type: 'role', id: role } } },
  };
}
