import type { Client } from '@datocms/cma-client-node';
import { newId } from '@recto/content/id';

/** Every endpoint of records that answers. */
export async function visitRecords(client: Client): Promise<void> {
  const item_type = await buildArticles(client);
  const { id } = await client.items.create({ item_type, title: 'One' });
  const second = await client.items.create({ item_type, title: 'Two', other: id });
  await client.items.update(id, { title: 'First' });
  await client.items.list({ filter: { type: item_type.id } });
  await client.items.list({ nested: true, filter: { type: item_type.id } });
  await client.items.find(id);
  await client.items.references(id);
  await client.items.validateNew({ item_type, title: 'Three' });
  await client.items.validateExisting(id, { item_type, title: 'Three' });
  await client.items.publish(id);
  await client.items.currentVsPublishedState(id);
  await client.items.unpublish(id);
  await client.items.duplicate(second.id);
  await visitSchedules(client, id);
  await visitVersions(client, id);
  await visitSessions(client, id);
  await visitBulks(client, [id, second.id]);
  await client.items.destroy(second.id);
}

async function buildArticles(client: Client): Promise<{ type: 'item_type'; id: string }> {
  const stages = [
    { id: 'draft', name: 'Draft', initial: true },
    { id: 'done', name: 'Done' },
  ] as const;
  const workflow = await client.workflows.create({ name: 'Work', api_key: 'work', stages: [...stages] });
  const { id } = await client.itemTypes.create({
    name: 'Article',
    api_key: 'article',
    draft_mode_active: true,
    workflow: { type: 'workflow', id: workflow.id },
  });
  await client.fields.create(id, { label: 'Title', api_key: 'title', field_type: 'string' });
  const validators = { item_item_type: { item_types: [id] } };
  await client.fields.create(id, { label: 'Other', api_key: 'other', field_type: 'link', validators });
  return { type: 'item_type', id };
}

async function visitSchedules(client: Client, id: string): Promise<void> {
  const moment = new Date(Date.now() + 86_400_000).toISOString();
  await client.scheduledPublication.create(id, {
    publication_scheduled_at: moment,
    selective_publication: { content_in_locales: ['en'], non_localized_content: true },
  });
  await client.scheduledUnpublishing.create(id, {
    unpublishing_scheduled_at: moment,
    content_in_locales: ['en'],
  });
  await client.items.currentVsPublishedState(id);
  await client.scheduledPublication.destroy(id);
  await client.scheduledUnpublishing.destroy(id);
}

async function visitVersions(client: Client, id: string): Promise<void> {
  const versions = await client.itemVersions.list(id);
  const version = versions.at(-1)?.id ?? '';
  await client.itemVersions.find(version);
  await client.itemVersions.restore(version);
}

async function visitSessions(client: Client, item: string): Promise<void> {
  const id = newId();
  const data = {
    type: 'editing_session_enter_item' as const,
    relationships: { item: { data: { type: 'item' as const, id: item } } },
  };
  await client.editingSessions.rawUpdate(id, { data });
  await client.editingSessions.list();
  await client.editingSessions.destroy(id);
}

async function visitBulks(client: Client, ids: readonly [string, string]): Promise<void> {
  const items = ids.map((id) => ({ type: 'item' as const, id }));
  await client.items.bulkPublish({ items });
  await client.items.bulkUnpublish({ items });
  await client.items.bulkMoveToStage({ items, stage: 'done' });
  await client.items.bulkDestroy({ items: items.slice(0, 1) });
}
