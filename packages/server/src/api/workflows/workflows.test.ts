import { newId } from '@recto/content/id';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildModel, type TestModel } from '#api/items/testing.ts';
import { buildClientOfRole, itemRule } from '#api/roles/testing.ts';
import { codesOf } from '#testing/codes-of.ts';
import { startTestServer, type TestProject, type TestServer } from '#testing/test-server.ts';

let server: TestServer;
let project: TestProject;
let client: TestProject['client'];
beforeAll(async () => {
  server = await startTestServer();
  project = await server.createProject();
  client = project.client;
});
afterAll(() => server.close());

let count = 0;
const stage = (id: string, initial = false) => ({ id, name: id, description: null, initial });

function buildWorkflow(...later: string[]) {
  count += 1;
  const stages: [ReturnType<typeof stage>, ...ReturnType<typeof stage>[]] = [
    stage('draft', true),
    ...later.map((id) => stage(id)),
  ];
  return client.workflows.create({ name: 'Review', api_key: `review_${count}`, stages });
}

const refOf = (workflow: { id: string }) => ({ type: 'workflow' as const, id: workflow.id });
const buildItem = (model: TestModel) => client.items.create({ item_type: model.ref, title: 'a' });
const stageOf = async (item: { id: string }) => (await client.items.find(item.id)).meta.stage;

describe('a workflow', () => {
  it('is made, found by id and key, changed, listed and destroyed', async () => {
    const id = newId();
    const made = await client.workflows.create({
      id,
      name: 'Approval',
      api_key: 'approval',
      stages: [{ id: 'draft', name: 'Draft', initial: true }],
    });
    expect(made).toEqual({
      id,
      type: 'workflow',
      name: 'Approval',
      api_key: 'approval',
      stages: [{ id: 'draft', name: 'Draft', description: null, initial: true }],
    });
    expect(await client.workflows.find('approval')).toEqual(made);
    const changed = await client.workflows.update(id, { ...made, name: 'New' });
    expect(changed).toEqual({ ...made, name: 'New' });
    expect(await client.workflows.list()).toEqual([changed]);
    await client.workflows.destroy(id);
    expect(await codesOf(client.workflows.find(id))).toEqual(['NOT_FOUND']);
  });

  it('has one initial stage', async () => {
    const stages: [ReturnType<typeof stage>] = [stage('draft')];
    const made = client.workflows.create({ name: 'a', api_key: 'Wrong Key', stages });
    expect(await codesOf(made)).toEqual(['api_key VALIDATION_INVALID', 'stages VALIDATION_INVALID']);
  });
});

describe('the records of a model', () => {
  it('begin at the initial stage, those that were there too, and lose it with the workflow', async () => {
    const model = await buildModel(client);
    const old = await buildItem(model);
    expect(old.meta.stage).toBeNull();
    const workflow = await buildWorkflow('review');
    await client.itemTypes.update(model.id, { workflow: refOf(workflow) });
    expect(await stageOf(old)).toBe('draft');
    const fresh = await buildItem(model);
    expect(fresh.meta.stage).toBe('draft');
    await client.itemTypes.update(model.id, { workflow: null });
    expect(await stageOf(fresh)).toBeNull();
  });

  it('go back to the initial stage when theirs is removed, and on without one when the workflow is', async () => {
    const workflow = await buildWorkflow('review', 'done');
    const model = await buildModel(client, { title: 'string' }, { workflow: refOf(workflow) });
    const [a, b] = [await buildItem(model), await buildItem(model)];
    await client.items.update(a.id, { meta: { stage: 'review' } });
    await client.items.update(b.id, { meta: { stage: 'done' } });
    await client.workflows.update(workflow.id, { stages: [stage('draft', true), stage('done')] });
    expect([await stageOf(a), await stageOf(b)]).toEqual(['draft', 'done']);
    await client.workflows.destroy(workflow.id);
    expect([await stageOf(a), await stageOf(b)]).toEqual([null, null]);
    expect((await client.itemTypes.find(model.id)).workflow).toBeNull();
  });

  it('move to stages of their workflow, and keep their content and version', async () => {
    const model = await buildModel(
      client,
      { title: 'string' },
      { workflow: refOf(await buildWorkflow('review')) },
    );
    const item = await buildItem(model);
    const moved = await client.items.update(item.id, { meta: { stage: 'review' } });
    expect(moved.meta).toMatchObject({ stage: 'review', current_version: item.meta.current_version });
    const both = await client.items.update(item.id, { title: 'b', meta: { stage: 'draft' } });
    expect(both).toMatchObject({ title: 'b', meta: { stage: 'draft' } });
    for (const unknown of ['nowhere', null]) {
      expect(await codesOf(client.items.update(item.id, { meta: { stage: unknown } }))).toEqual([
        'stage VALIDATION_INVALID',
      ]);
    }
    const found = await client.items.list({
      filter: { type: model.id, fields: { _stage: { eq: 'draft' } } },
    });
    expect(found.map(({ id }) => id)).toEqual([item.id]);
  });
});

describe('a role', () => {
  it('moves records along the ways that its rules open, with or without the right to write them', async () => {
    const workflow = await buildWorkflow('review', 'done');
    const model = await buildModel(client, { title: 'string' }, { workflow: refOf(workflow) });
    const item = await buildItem(model);
    const reviewer = await buildClientOfRole(server, project, {
      positive_item_type_permissions: [
        itemRule({ action: 'read' }),
        itemRule({
          action: 'move_to_stage',
          workflow: workflow.id,
          on_stage: 'draft',
          to_stage: 'review',
          localization_scope: null,
        }),
      ],
    });
    const move = (to: string) => reviewer.items.update(item.id, { meta: { stage: to } });
    expect(await codesOf(move('done'))).toEqual(['INSUFFICIENT_PERMISSIONS']);
    expect((await move('review')).meta.stage).toBe('review');
    expect(await codesOf(move('draft'))).toEqual(['INSUFFICIENT_PERMISSIONS']);
    expect(await codesOf(reviewer.items.update(item.id, { title: 'b' }))).toEqual([
      'INSUFFICIENT_PERMISSIONS',
    ]);
    expect(await codesOf(reviewer.workflows.destroy(workflow.id))).toEqual(['INSUFFICIENT_PERMISSIONS']);
  });

  it('loses its rules about a workflow that goes', async () => {
    const workflow = await buildWorkflow();
    const model = await buildModel(client);
    const { id } = await buildItem(model);
    const limited = await buildClientOfRole(server, project, {
      positive_item_type_permissions: [itemRule({ action: 'read', workflow: workflow.id })],
    });
    await client.workflows.destroy(workflow.id);
    expect(await codesOf(limited.items.find(id))).toEqual(['INSUFFICIENT_PERMISSIONS']);
  });

  it('loses its rules about a stage that goes, and keeps those about a stage of that name elsewhere', async () => {
    const [workflow, other] = [await buildWorkflow('gone', 'kept'), await buildWorkflow('gone')];
    const model = await buildModel(client, {}, { workflow: refOf(workflow) });
    const about = (rule: object) => itemRule({ action: 'publish', ...rule });
    const kept = [
      about({ workflow: other.id, on_stage: 'gone' }),
      about({ on_stage: 'gone' }),
      about({ workflow: workflow.id, on_stage: 'kept' }),
    ];
    const role = await client.roles.create({
      name: 'Reviewer',
      positive_item_type_permissions: [
        about({ workflow: workflow.id, on_stage: 'gone' }),
        about({ item_type: model.id, on_stage: 'gone' }),
        ...kept,
      ] as never, // the client has a type of its own for each action
      negative_item_type_permissions: [],
    });
    const rules = async () => (await client.roles.find(role.id)).positive_item_type_permissions;
    const stages: [ReturnType<typeof stage>, ...ReturnType<typeof stage>[]] = [
      stage('draft', true),
      stage('kept'),
    ];
    await client.workflows.update(workflow.id, { stages });
    expect(await rules()).toMatchObject(kept.map(({ workflow, on_stage }) => ({ workflow, on_stage })));
    await client.workflows.destroy(other.id);
    expect(await rules()).toMatchObject([{ workflow: workflow.id, on_stage: 'kept' }]);
  });
});
