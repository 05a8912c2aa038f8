import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestProject, type TestServer } from '#testing/test-server.ts';

let server: TestServer;
let project: TestProject;

beforeAll(async () => {
  server = await startTestServer();
  project = await server.createProject();
});
afterAll(() => server.close());

async function findRole(name: string) {
  const role = (await project.client.roles.list()).find((each) => each.name === name);
  if (!role) throw new Error(`There is no role ${name}.`);
  return role;
}

/** Gives the Editor one more rule, about a model. */
async function addRule(rule: object): Promise<void> {
  const editor = await findRole('Editor');
  const { db } = server.ports.database;
  const { attributes } = await db
    .selectFrom('role')
    .select('attributes')
    .where('id', '=', editor.id)
    .executeTakeFirstOrThrow();
  const list = 'positive_item_type_permissions';
  const changed = { ...attributes, [list]: [...(attributes[list] as object[]), rule] };
  await db
    .updateTable('role')
    .set({ attributes: JSON.stringify(changed) })
    .where('id', '=', editor.id)
    .execute();
}

describe('a new project', () => {
  it('has an Admin who may everything everywhere', async () => {
    const admin = await findRole('Admin');
    const flags = Object.entries(admin).filter(([name]) => name.startsWith('can_'));
    expect(flags).toHaveLength(20);
    expect(flags.filter(([, isOn]) => !isOn)).toEqual([]);
    expect(admin.environments_access).toBe('all');
    expect(admin.inherits_permissions_from).toEqual([]);
  });

  it('has an Editor of all content of the primary environment', async () => {
    const editor = await findRole('Editor');
    const flags = Object.entries(editor).filter(([name, isOn]) => name.startsWith('can_') && isOn);
    expect(flags.map(([name]) => name)).toEqual(['can_edit_favicon']);
    expect(editor.environments_access).toBe('primary_only');
    expect(editor.positive_item_type_permissions).toEqual([
      {
        environment: 'main',
        item_type: null,
        workflow: null,
        on_stage: null,
        to_stage: null,
        action: 'all',
        on_creator: 'anyone',
        localization_scope: 'all',
        locale: null,
      },
    ]);
    expect(editor.positive_upload_permissions).toEqual([
      {
        environment: 'main',
        upload_collection: null,
        move_to_upload_collection: null,
        action: 'all',
        on_creator: 'anyone',
        localization_scope: 'all',
        locale: null,
      },
    ]);
    expect(editor.positive_build_trigger_permissions).toEqual([{ build_trigger: null }]);
  });

  it('shows what each role comes to, beside what it declares', async () => {
    const { meta, ...editor } = await project.client.roles.find((await findRole('Editor')).id);
    for (const [name, value] of Object.entries(meta.final_permissions)) {
      expect([name, value]).toEqual([name, editor[name as keyof typeof editor]]);
    }
    expect(Object.keys(meta.final_permissions)).toHaveLength(29);
  });
});

it('a rule about a model goes with the model and never becomes one about all', async () => {
  const model = await project.client.itemTypes.create({ name: 'Secret', api_key: 'secret' });
  const [all] = (await findRole('Editor')).positive_item_type_permissions;
  await addRule({ ...all, action: 'delete', item_type: model.id });
  expect((await findRole('Editor')).positive_item_type_permissions).toHaveLength(2);
  await project.client.itemTypes.destroy(model.id);
  expect((await findRole('Editor')).positive_item_type_permissions).toEqual([all]);
});

it('a rule about a locale goes with the locale and never becomes one about all content', async () => {
  const { client } = await server.createProject({ locales: ['en', 'it'] });
  const translation = { environment: 'main', localization_scope: 'localized', locale: 'it' } as const;
  const role = await client.roles.create({
    name: 'Translator',
    positive_item_type_permissions: [
      { ...translation, action: 'update', on_creator: 'anyone' },
      { ...translation, locale: 'en', action: 'update', on_creator: 'anyone' },
    ],
    negative_item_type_permissions: [],
    positive_upload_permissions: [{ ...translation, action: 'update', on_creator: 'anyone' }],
    negative_upload_permissions: [],
  });
  await client.site.update({ locales: ['en'] });
  const changed = await client.roles.find(role.id);
  expect(changed.positive_item_type_permissions.map(({ locale }) => locale)).toEqual(['en']);
  expect(changed.positive_upload_permissions).toEqual([]);
});
