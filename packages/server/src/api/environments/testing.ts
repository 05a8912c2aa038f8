import { buildClient, type Client } from '@datocms/cma-client-node';
import { newId } from '@recto/content/id';
import type { TestProject, TestServer } from '#testing/test-server.ts';
import { insertFork, listEnvironments } from './table.ts';

/** The official client, bound to an environment. */
export function clientIn(
  { cmaUrl }: TestServer,
  { fullAccessToken }: { fullAccessToken: string },
  environment?: string,
): Client {
  return buildClient({
    apiToken: fullAccessToken,
    baseUrl: cmaUrl,
    autoRetry: false,
    ...(environment ? { environment } : {}),
  });
}

/** A model "Article" with a title, and so many records of it. */
export async function makeArticles(
  client: Client,
  count: number,
): Promise<{ itemTypeId: string; itemIds: string[] }> {
  const itemType = await client.itemTypes.create({ name: 'Article', api_key: 'article' });
  await client.fields.create(itemType.id, { label: 'Title', api_key: 'title', field_type: 'string' });
  const itemIds: string[] = [];
  for (let number = 0; number < count; number += 1) {
    const item = await client.items.create({
      item_type: { type: 'item_type', id: itemType.id },
      title: `Article ${number}`,
    });
    itemIds.push(item.id);
  }
  return { itemTypeId: itemType.id, itemIds };
}

/** A fork whose job never comes. */
export async function announceFork(
  { ports }: TestServer,
  { siteId }: TestProject,
  { source, name, isFast = false }: { source: string; name: string; isFast?: boolean },
): Promise<string> {
  const { db } = ports.database;
  const origin = (await listEnvironments(db, siteId)).find((environment) => environment.name === source);
  if (!origin) throw new Error(`There is no environment "${source}".`);
  const id = newId();
  await insertFork(db, { id, name, siteId, sourceId: origin.id, isFast, now: ports.now() });
  return id;
}

/** A role that may read everything in one environment. */
export async function makeRole(
  client: Client,
  {
    name,
    environment,
    access = 'all',
  }: { name: string; environment: string; access?: 'all' | 'primary_only' },
) {
  const { id: _id, meta: _meta, type: _type, ...template } = (await client.roles.list())[0] ?? {};
  const flags = Object.fromEntries(
    Object.entries(template)
      .filter(([key]) => key.startsWith('can_'))
      .map(([key]) => [key, false]),
  );
  const rules = ['item_type', 'upload', 'build_trigger', 'search_index'].flatMap((about) => [
    [`positive_${about}_permissions`, []],
    [`negative_${about}_permissions`, []],
  ]);
  return client.roles.create({
    ...flags,
    ...Object.fromEntries(rules),
    name,
    environments_access: access,
    positive_item_type_permissions: [
      { environment, action: 'read', item_type: null, workflow: null, on_creator: 'anyone' },
    ],
  } as unknown as Parameters<Client['roles']['create']>[0]);
}
