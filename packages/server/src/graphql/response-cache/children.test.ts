import { executeQuery } from '@datocms/cda-client';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestServer, type TestProject, type TestServer } from '#testing/test-server.ts';

let server: TestServer;
let project: TestProject;
beforeAll(async () => {
  server = await startTestServer();
  project = await server.createProject();
});
afterAll(() => server.close());

it('a child that becomes valid enters answers that reached its parent by a link', async () => {
  const { itemTypes, fields, items } = project.client;
  const drafts = { draft_mode_active: true, draft_saving_active: true };
  const page = await itemTypes.create({ name: 'Page', api_key: 'page', tree: true, ...drafts });
  const title = {
    label: 'Title',
    api_key: 'title',
    field_type: 'string',
    validators: { required: {} },
  } as const;
  await fields.create(page.id, title);
  const start = await itemTypes.create({ name: 'Start', api_key: 'start', singleton: true, ...drafts });
  const validators = { item_item_type: { item_types: [page.id] } };
  await fields.create(start.id, { label: 'Top', api_key: 'top', field_type: 'link', validators });
  const parent = await items.create({ item_type: page, title: 'Parent' });
  const child = await items.create({ item_type: page, title: null, parent_id: parent.id });
  await items.create({ item_type: start, top: parent.id });
  const options = { token: project.readOnlyToken, graphqlEndpointUrl: server.graphqlUrl };
  const ask = () =>
    executeQuery('{ start { top { children { title } } } }', {
      ...options,
      includeDrafts: true,
      excludeInvalid: true,
    });
  for (const _again of [1, 2]) expect(await ask()).toEqual({ start: { top: { children: [] } } });
  await items.update(child.id, { title: 'Valid' });
  expect(await ask()).toEqual({ start: { top: { children: [{ title: 'Valid' }] } } });
});
