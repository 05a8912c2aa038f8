import type { Client } from '@datocms/cma-client-node';
import { newId } from '@recto/content/id';
import { expect } from 'vitest';
import { buildModel, linksTo } from '#api/items/testing.ts';
import { buildEditor, type Scenes, type Stage } from './stage.ts';

const anyId = expect.any(String);
const drafts = { draft_mode_active: true };

/** What other records, or other people, are in the way of. */
export const refusedPublications: Scenes = {
  INVALID_DRAFT: {
    async request({ client }) {
      const title = { field_type: 'string' as const, validators: { required: {} } };
      const { ref } = await buildModel(client, { title }, { ...drafts, draft_saving_active: true });
      await client.items.publish((await client.items.create({ item_type: ref, title: null })).id);
    },
    details: { item: anyId },
  },
  UNPUBLISHED_PARENT: {
    async request({ client }) {
      const { child } = await buildFamily(client);
      await client.items.publish(child);
    },
    details: { item: anyId, parent: anyId },
  },
  PUBLISHED_CHILDREN: {
    async request({ client }) {
      const { parent, child } = await buildFamily(client);
      await client.items.publish(parent);
      await client.items.publish(child);
      await client.items.unpublish(parent);
    },
    details: { item: anyId, published_children: [anyId] },
  },
  DELETE_RESTRICTION: {
    async request({ client }) {
      const { parent } = await buildFamily(client);
      await client.items.destroy(parent);
    },
    details: { item: anyId, reason: 'has_children' },
  },
  UNPUBLISHED_LINK: {
    async request({ client }) {
      const { from } = await buildLink(client, { on_publish_with_unpublished_references_strategy: 'fail' });
      await client.items.publish(from);
    },
    details: expect.objectContaining({ item: anyId, field: 'rel', field_id: anyId }),
  },
  PUBLISHED_REFERENCES: {
    async request({ client }) {
      const { from, to } = await buildLink(client, { on_reference_unpublish_strategy: 'fail' });
      await client.items.publish(to);
      await client.items.publish(from);
      await client.items.unpublish(to);
    },
    details: { item: anyId, items_ids: [anyId] },
  },
  REQUIRED_BY_ASSOCIATION: {
    async request({ client }) {
      const { to } = await buildLink(client, { on_reference_delete_strategy: 'fail' });
      await client.items.destroy(to);
    },
    details: { item: anyId, items_ids: [anyId] },
  },
  ITEM_LOCKED: {
    async request(stage) {
      const item = await buildLocked(stage);
      await (await buildEditor(stage)).items.update(item, { title: 'b' });
    },
    details: { editor: { type: 'access_token', id: anyId } },
  },
  UNMANAGED_EDIT_CONFLICT: {
    async request(stage) {
      const item = await buildLocked(stage);
      const editor = await buildEditor(stage);
      await move(editor, newId(), 'lock', item);
    },
    details: { editor: { type: 'access_token', id: anyId } },
  },
  ACTIVE_EDITING_SESSIONS: {
    async request(stage) {
      const project = await stage.newProject();
      await buildLocked({ ...stage, project, client: project.client });
      await project.client.environments.fork('main', { id: 'copy' }, { fast: true });
    },
    details: { count: 1 },
  },
};

async function buildFamily(client: Client): Promise<{ parent: string; child: string }> {
  const { ref } = await buildModel(client, {}, { ...drafts, tree: true });
  const parent = await client.items.create({ item_type: ref });
  const child = await client.items.create({ item_type: ref, parent_id: parent.id });
  return { parent: parent.id, child: child.id };
}

async function buildLink(client: Client, strategy: Record<string, string>) {
  const target = await buildModel(client, {}, drafts);
  const model = await buildModel(client, { rel: linksTo([target], strategy) }, drafts);
  const to = await client.items.create({ item_type: target.ref });
  const from = await client.items.create({ item_type: model.ref, rel: [to.id] });
  return { from: from.id, to: to.id };
}

/** A record that whoever holds the token of the project is editing. */
async function buildLocked({ client }: Stage): Promise<string> {
  const { ref } = await buildModel(client);
  const { id } = await client.items.create({ item_type: ref, title: 'a' });
  const session = newId();
  await move(client, session, 'enter', id);
  await move(client, session, 'lock', id);
  return id;
}

function move(client: Client, session: string, step: 'enter' | 'lock', item: string) {
  return client.editingSessions.rawUpdate(session, {
    data: {
      type: `editing_session_${step}_item`,
      relationships: { item: { data: { type: 'item', id: item } } },
    },
  });
}
