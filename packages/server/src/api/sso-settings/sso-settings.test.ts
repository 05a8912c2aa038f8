import { newId } from '@recto/content/id';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildClientOfRole } from '#api/roles/testing.ts';
import { hashToken } from '#secrets/secret.ts';
import { codesOf } from '#testing/codes-of.ts';
import { startTestServer, type TestProject, type TestServer } from '#testing/test-server.ts';

const METADATA = '<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="x"/>';

let server: TestServer;
let project: TestProject;
let client: TestProject['client'];

beforeAll(async () => {
  server = await startTestServer();
  project = await server.createProject();
  client = project.client;
});
afterAll(() => server.close());

describe('the settings of single sign-on', () => {
  it('name the addresses that a provider is told, the same at every look', async () => {
    const settings = await client.ssoSettings.find();
    expect(settings).toMatchObject({ idp_saml_metadata_url: null, default_role: null });
    expect(settings.saml_acs_url).toContain(`/${settings.saml_token}/saml/consume`);
    expect(settings.sp_saml_metadata_url).toBe(`${settings.sp_saml_base_url}/metadata`);
    expect(settings.scim_base_url).toMatch(/\/scim$/);
    expect(await client.ssoSettings.find()).toEqual(settings);
  });

  it('two who look first at the same moment see the same', async () => {
    const other = await server.createProject();
    const [one, two] = await Promise.all([other.client.ssoSettings.find(), other.client.ssoSettings.find()]);
    expect(one).toEqual(two);
  });

  it('keep what an update does not name', async () => {
    const [role] = await client.roles.list();
    const reference = { type: 'role' as const, id: role?.id ?? '' };
    await client.ssoSettings.update({ idp_saml_metadata_xml: METADATA, default_role: reference });
    await client.ssoSettings.update({ idp_saml_metadata_url: 'https://idp.example.com/metadata' });
    expect(await client.ssoSettings.find()).toMatchObject({
      idp_saml_metadata_url: 'https://idp.example.com/metadata',
      idp_saml_metadata_xml: METADATA,
      default_role: reference,
    });
  });

  it('refuse what is no metadata, and a role of nobody', async () => {
    const update = (change: object) => codesOf(client.ssoSettings.update(change));
    expect(
      await update({ idp_saml_metadata_url: 'file:///etc/passwd', idp_saml_metadata_xml: '<html>' }),
    ).toEqual(['idp_saml_metadata_url VALIDATION_FORMAT', 'idp_saml_metadata_xml VALIDATION_FORMAT']);
    expect(await update({ default_role: { type: 'role', id: newId() } })).toEqual(['INVALID_RELATIONSHIP']);
  });

  it('take the default role from the settings of the project, too', async () => {
    const role = await client.roles.create({ name: newId() });
    const reference = { type: 'role' as const, id: role.id };
    await client.site.rawUpdate(defaultRoleOf(reference));
    expect((await client.ssoSettings.find()).default_role).toEqual(reference);
    expect(await codesOf(client.roles.destroy(role.id))).toEqual(['DELETE_RESTRICTION']);
  });

  it('tell a token once, and keep its hash', async () => {
    const first = await newScimToken();
    const second = await newScimToken();
    expect(second).not.toBe(first);
    const { db } = server.ports.database;
    const rows = db.selectFrom('sso_settings').select('scim_token_hash');
    const row = await rows.where('site_id', '=', project.siteId).executeTakeFirstOrThrow();
    expect(row.scim_token_hash).toEqual(hashToken(second));
    expect(JSON.stringify(await client.ssoSettings.rawFind())).not.toContain(second);
  });

  it('are for those who may manage them', async () => {
    const editor = await buildClientOfRole(server, project, { can_manage_users: true, can_edit_site: true });
    const [role] = await client.roles.list();
    const reference = { type: 'role' as const, id: role?.id ?? '' };
    const calls = [
      () => editor.ssoSettings.find(),
      () => editor.ssoSettings.update({ idp_saml_metadata_url: null }),
      () => editor.ssoSettings.generateToken(),
      () => editor.site.rawUpdate(defaultRoleOf(reference)),
      () => editor.ssoGroups.list(),
      () => editor.ssoUsers.copyUsers(),
    ];
    for (const call of calls) expect(await codesOf(call())).toEqual(['INSUFFICIENT_PERMISSIONS']);
    const manager = await buildClientOfRole(server, project, { can_manage_sso: true });
    await manager.ssoSettings.generateToken();
  });
});

async function newScimToken(): Promise<string> {
  const { data } = await client.ssoSettings.rawGenerateToken();
  return data.attributes.scim_api_token;
}

/** The client's types know only some of the relationships that the reference of the endpoint names. */
function defaultRoleOf(role: { type: 'role'; id: string }) {
  return {
    data: { type: 'site' as const, attributes: {}, relationships: { sso_default_role: { data: role } } },
  };
}
