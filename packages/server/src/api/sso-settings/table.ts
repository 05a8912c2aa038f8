import { refusal } from '@recto/content/refusal';
import type { Db } from '#db/database.ts';
import { newToken } from '#secrets/secret.ts';

export interface SsoSettings {
  siteId: string;
  samlToken: string;
  metadataUrl: string | null;
  metadataXml: string | null;
  defaultRoleId: string | null;
}

/** A project has settings from the moment somebody looks: the provider is told addresses with its token first. */
export async function readSsoSettings(db: Db, siteId: string): Promise<SsoSettings> {
  const found = await findSsoSettings(db, siteId);
  if (found) return found;
  await db
    .insertInto('sso_settings')
    .values({ site_id: siteId, saml_token: newToken() })
    .onConflict((conflict) => conflict.doNothing()) // somebody else looked at the same moment
    .execute();
  const made = await findSsoSettings(db, siteId);
  if (!made) throw new Error(`Site ${siteId} has gone`);
  return made;
}

export async function saveSsoSettings(db: Db, settings: SsoSettings): Promise<void> {
  await db
    .updateTable('sso_settings')
    .set({
      idp_saml_metadata_url: settings.metadataUrl,
      idp_saml_metadata_xml: settings.metadataXml,
      default_role_id: settings.defaultRoleId,
    })
    .where('site_id', '=', settings.siteId)
    .execute();
}

/** The one before opens nothing any more. */
export async function saveScimToken(db: Db, siteId: string, hash: Buffer): Promise<void> {
  await db.updateTable('sso_settings').set({ scim_token_hash: hash }).where('site_id', '=', siteId).execute();
}

/** People and groups of a provider make no sense before the project knows its provider. */
export async function requireSsoSettings(db: Db, siteId: string): Promise<void> {
  const settings = await findSsoSettings(db, siteId);
  if (!settings?.metadataUrl && !settings?.metadataXml) throw refusal('SSO_SETTINGS_REQUIRED');
}

async function findSsoSettings(db: Db, siteId: string): Promise<SsoSettings | undefined> {
  const row = await db
    .selectFrom('sso_settings')
    .selectAll()
    .where('site_id', '=', siteId)
    .executeTakeFirst();
  return (
    row && {
      siteId,
      samlToken: row.saml_token,
      metadataUrl: row.idp_saml_metadata_url,
      metadataXml: row.idp_saml_metadata_xml,
      defaultRoleId: row.default_role_id,
    }
  );
}
