import { hasFlag } from '@recto/content/permissions/evaluate';
import { refuseAll } from '@recto/content/refusal';
import { invalidField } from '@recto/content/schema/invalid-field';
import { requireRole } from '#api/roles/holders.ts';
import type { RequestContext } from '#http/context.ts';
import { documentOf } from '#http/document.ts';
import { type Endpoint, endpoint } from '#http/endpoint.ts';
import { hashToken, newToken } from '#secrets/secret.ts';
import { ssoSettingsEntity, ssoTokenEntity, updateSsoSettingsBody } from './contract.ts';
import { presentSsoSettings } from './present.ts';
import { readSsoSettings, type SsoSettings, saveScimToken, saveSsoSettings } from './table.ts';

const base = {
  resource: 'sso_settings',
  path: '/sso-settings',
  answer: documentOf(ssoSettingsEntity),
  policy: (_subject: unknown, { permissions }: RequestContext) => hasFlag(permissions, 'can_manage_sso'),
  present: (sso: SsoSettings, { settings }: RequestContext) => ({
    data: presentSsoSettings(sso, settings.publicUrl),
  }),
};

const find = endpoint({
  ...base,
  rel: 'self',
  method: 'GET',
  run: (_request, { db, site }) => readSsoSettings(db, site.id),
});

const update = endpoint({
  ...base,
  rel: 'update',
  method: 'PUT',
  body: updateSsoSettingsBody,
  async run({ body }, { db, site }) {
    const { attributes = {}, relationships } = body.data;
    const { idp_saml_metadata_url: metadataUrl, idp_saml_metadata_xml: metadataXml } = attributes;
    refuseAll(checkMetadata(metadataUrl, metadataXml));
    const role = relationships?.default_role.data;
    if (role) await requireRole(db, site.id, role.id);
    const stored = await readSsoSettings(db, site.id);
    const changed = {
      ...stored,
      metadataUrl: metadataUrl === undefined ? stored.metadataUrl : metadataUrl,
      metadataXml: metadataXml === undefined ? stored.metadataXml : metadataXml,
      defaultRoleId: role === undefined ? stored.defaultRoleId : (role?.id ?? null),
    };
    await saveSsoSettings(db, changed);
    return changed;
  },
});

/** Tells the token once; only its hash is kept. */
const generateToken = endpoint({
  ...base,
  rel: 'generate_token',
  method: 'PUT',
  path: '/sso-settings/generate-token',
  answer: documentOf(ssoTokenEntity),
  async run(_request, { db, site }) {
    const token = newToken();
    await readSsoSettings(db, site.id);
    await saveScimToken(db, site.id, hashToken(token));
    return token;
  },
  present: (token: string, { site }) => ({
    data: { type: 'sso_token', id: site.id, attributes: { scim_api_token: token } },
  }),
});

export const ssoSettingsEndpoints: Endpoint[] = [find, update, generateToken];

/** Signatures are checked when somebody signs in; here only what is none at all is refused. */
function checkMetadata(url: string | null | undefined, xml: string | null | undefined) {
  const isUrlFine = !url || (/^https?:\/\//i.test(url) && URL.canParse(url));
  const isXmlFine = !xml || /<(\w+:)?EntityDescriptor[\s>]/.test(xml);
  return [
    ...(isUrlFine ? [] : [invalidField('SsoSettings', 'idp_saml_metadata_url', 'VALIDATION_FORMAT')]),
    ...(isXmlFine ? [] : [invalidField('SsoSettings', 'idp_saml_metadata_xml', 'VALIDATION_FORMAT')]),
  ];
}
