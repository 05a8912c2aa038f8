import type { Client } from '@datocms/cma-client-node';
import { newId } from '@recto/content/id';
import { buildModel } from '#api/items/testing.ts';
import type { Scenes, Stage } from './stage.ts';

/** What tokens, single sign-on and environments refuse. */
export const refusedInTheProject: Scenes = {
  NON_EDITABLE_ACCESS_TOKEN: {
    async request({ client }) {
      const tokens = await client.accessTokens.list();
      const given = tokens.find(({ hardcoded_type }) => hardcoded_type === 'readonly');
      await client.accessTokens.update(given?.id ?? '', {
        name: 'Mine',
        role: await adminOf(client),
        can_access_cda: true,
        can_access_cda_preview: true,
        can_access_cma: true,
      });
    },
    details: {},
  },
  DESTINATION_USER_REQUIRED: {
    async request(stage) {
      await stage.client.accessTokens.destroy(await buildAuthor(stage));
    },
    details: {},
  },
  INVALID_DESTINATION_TYPE: {
    async request(stage) {
      const heir = { destination_user_type: 'robot', destination_user_id: newId() };
      await stage.client.accessTokens.destroy(await buildAuthor(stage), heir as never);
    },
    details: {},
  },
  INVALID_DESTINATION_USER: {
    async request(stage) {
      const heir = { destination_user_type: 'user' as const, destination_user_id: newId() };
      await stage.client.accessTokens.destroy(await buildAuthor(stage), heir);
    },
    details: {},
  },
  SSO_SETTINGS_REQUIRED: { request: ({ client }) => client.ssoUsers.copyUsers(), details: {} },
  ALREADY_PRIMARY_ENVIRONMENT: { request: ({ client }) => client.environments.promote('main'), details: {} },
  CANNOT_DESTROY_PRIMARY_ENVIRONMENT: {
    request: ({ client }) => client.environments.destroy('main'),
    details: {},
  },
  MAINTENANCE_MODE: {
    async request({ newProject }) {
      const { client } = await newProject();
      await client.maintenanceMode.activate();
      await buildModel(client);
    },
    details: {},
  },
  PRIMARY_ENVIRONMENT_SETTINGS_READ_ONLY: {
    async request({ newProject }) {
      const { client } = await newProject();
      await client.site.update({ force_use_of_sandbox_environments: true });
      await buildModel(client);
    },
    details: {},
  },
};

/** A token that made something, which has to go to somebody else. */
async function buildAuthor({ client }: Stage): Promise<string> {
  const { id } = await client.accessTokens.create({
    name: newId(),
    role: await adminOf(client),
    can_access_cda: false,
    can_access_cda_preview: false,
    can_access_cma: true,
  });
  const { ref } = await buildModel(client);
  await client.items.create({ item_type: ref, creator: { type: 'access_token', id } });
  return id;
}

async function adminOf(client: Client) {
  const [role] = await client.roles.list();
  return { type: 'role' as const, id: role?.id ?? '' };
}
