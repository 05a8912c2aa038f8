import type { Client } from '@datocms/cma-client-node';
import type { Chance } from './chance.ts';
import { createModels, LOCALES, type Model } from './models.ts';
import { randomValues } from './random-values.ts';

/** A record or block as the management API shows it, nested. */
export interface Entity {
  id: string;
  attributes: Record<string, unknown>;
  relationships: { item_type: { data: { id: string } } };
  meta?: Record<string, unknown>;
}

/** Everything that a query can ask about, as the management API told it. */
export interface World {
  models: Model[];
  /** What each mode of the delivery API shows. */
  current: Entity[];
  published: Entity[];
  uploads: { id: string; filename: string; size: number }[];
}

/** How many records of each model; enough for more than one page. */
const COUNTS: Record<string, number> = { author: 7, page: 9, post: 28 };

/** Makes models and random records, then reads them back. */
export async function buildWorld(client: Client, chance: Chance): Promise<World> {
  const models = await createModels(client);
  const uploads = await createUploads(client);
  const ids: Record<string, string[]> = { upload: uploads.map(({ id }) => id) };
  for (const { id, apiKey } of models) ids[`model ${apiKey}`] = [id];
  for (const [apiKey, count] of Object.entries(COUNTS)) {
    const made: string[] = [];
    ids[apiKey] = made;
    for (let index = 0; index < count; index += 1)
      made.push(await createItem(client, modelOf(models, apiKey), ids, chance));
  }
  const [current, published] = [await readItems(client, 'current'), await readItems(client, 'published')];
  return { models, current, published, uploads };
}

export function modelOf(models: readonly Model[], apiKeyOrId: string): Model {
  const model = models.find(({ id, apiKey }) => id === apiKeyOrId || apiKey === apiKeyOrId);
  if (!model) throw new Error(`There is no model ${apiKeyOrId}.`);
  return model;
}

async function createUploads(client: Client): Promise<World['uploads']> {
  const contents = ['one', 'three', 'seventeen'];
  return Promise.all(
    contents.map(async (content) => {
      const request = await client.uploadRequest.create({ filename: `${content}.txt` });
      await fetch(request.url, { method: 'PUT', body: content });
      const { id, filename, size } = await client.uploads.create({ path: request.id });
      return { id, filename, size };
    }),
  );
}

async function createItem(
  client: Client,
  model: Model,
  ids: Record<string, string[]>,
  chance: Chance,
): Promise<string> {
  const locales = model.apiKey === 'post' ? ['en', ...chance.some(LOCALES.slice(1), 2)] : [...LOCALES];
  const parent =
    model.isTree && chance.happens(0.6) ? chance.pick([null, ...(ids[model.apiKey] ?? [])]) : null;
  const { id } = await client.items.create({
    item_type: { type: 'item_type', id: model.id },
    ...randomValues(model, locales, ids, chance),
    ...(parent === null ? {} : { parent_id: parent }),
  });
  if (chance.happens(0.7)) await client.items.publish(id, undefined, { recursive: true });
  // So that what is published is not what is current.
  if (chance.happens(0.3)) await client.items.update(id, randomValues(model, locales, ids, chance));
  return id;
}

async function readItems(client: Client, version: 'current' | 'published'): Promise<Entity[]> {
  const items: Entity[] = [];
  for await (const item of client.items.rawListPagedIterator({ nested: true, version }, { perPage: 30 }))
    items.push(item as unknown as Entity);
  return items;
}
