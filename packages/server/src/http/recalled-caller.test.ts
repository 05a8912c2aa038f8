import { buildClient } from '@datocms/cma-client-node';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { statementsOf } from '#testing/count-statements.ts';
import { startTestServer, type TestProject, type TestServer } from '#testing/test-server.ts';

let server: TestServer;
let owner: TestProject['client'];
beforeAll(async () => {
  server = await startTestServer();
  ({ client: owner } = await server.createProject());
});
afterAll(() => server.close());

let count = 0;

/** A token that has just saved a record, so that it is remembered. */
async function buildWriter() {
  count += 1;
  const model = await owner.itemTypes.create({ name: `Note ${count}`, api_key: `note_${count}_x` });
  const ref = { type: 'item_type' as const, id: model.id };
  const permission = {
    environment: 'main',
    action: 'all',
    item_type: model.id,
    on_creator: 'anyone',
    localization_scope: 'all',
  } as const;
  const role = await owner.roles.create({
    name: `Writer ${count}`,
    environments_access: 'primary_only',
    positive_item_type_permissions: [permission],
    negative_item_type_permissions: [],
  });
  const made = await owner.accessTokens.create({
    name: `Writer ${count}`,
    role: { type: 'role', id: role.id },
    can_access_cda: false,
    can_access_cda_preview: false,
    can_access_cma: true,
  });
  const client = buildClient({ apiToken: made.token ?? '', baseUrl: server.cmaUrl, autoRetry: false });
  const create = () => client.items.create({ item_type: ref });
  await create();
  const record = await create();
  const update = () => client.items.update(record.id, { meta: { created_at: '2020-01-01T00:00:00.000Z' } });
  const list = () => owner.items.list({ filter: { type: model.id } });
  return { tokenId: made.id, roleId: role.id, modelId: model.id, create, update, list, record };
}

it('asks who somebody is in the statement that a save needs anyway', async () => {
  const { create, update } = await buildWriter();
  expect(await statementsOf(create)).toHaveLength(1);
  expect(await statementsOf(update)).toHaveLength(2);
});

it('does not save for a token that was replaced since its last save', async () => {
  const { tokenId, create, update, list } = await buildWriter();
  await owner.accessTokens.regenerateToken(tokenId);
  await expect(create()).rejects.toThrow('INVALID_AUTHORIZATION_HEADER');
  await expect(update()).rejects.toThrow('INVALID_AUTHORIZATION_HEADER');
  expect(await list()).toHaveLength(2);
});

it('does not save for a role that lost its rights since its last save', async () => {
  const { roleId, create, update, list } = await buildWriter();
  await owner.roles.update(roleId, {
    positive_item_type_permissions: [],
    negative_item_type_permissions: [],
  });
  await expect(create()).rejects.toThrow('INSUFFICIENT_PERMISSIONS');
  await expect(update()).rejects.toThrow('INSUFFICIENT_PERMISSIONS');
  expect(await list()).toHaveLength(2);
});

it('saves by the models as they are now', async () => {
  const { modelId, create } = await buildWriter();
  await owner.fields.create(modelId, {
    label: 'Title',
    api_key: 'title',
    field_type: 'string',
    validators: { required: {} },
  });
  await expect(create()).rejects.toThrow('VALIDATION_REQUIRED');
});
