import { newId } from '@recto/content/id';
import { expect } from 'vitest';
import { buildModel } from '#api/items/testing.ts';
import type { Scenes } from './stage.ts';

const anyId = expect.any(String);

/** What the content of a record is refused for. */
export const refusedRecords: Scenes = {
  INVALID_TYPE: {
    request: ({ client }) => client.items.create({ item_type: { type: 'item_type', id: 'nothing' } }),
    details: { item_type: 'nothing' },
  },
  INVALID_ATTRIBUTES: {
    async request({ client }) {
      const { ref } = await buildModel(client);
      await client.items.create({ item_type: ref, nonsense: 1 });
    },
    details: { attributes: ['nonsense'] },
  },
  INVALID_DATE: {
    async request({ client }) {
      const { ref } = await buildModel(client);
      await client.items.create({ item_type: ref, meta: { created_at: 'yesterday' } });
    },
    details: { field: 'meta.created_at' },
  },
  INVALID_POSITION: {
    async request({ client }) {
      const { ref } = await buildModel(client, {}, { sortable: true });
      await client.items.create({ item_type: ref, position: 'first' });
    },
    details: {},
  },
  INVALID_PARENT_ID: {
    async request({ client }) {
      const { ref } = await buildModel(client, {}, { tree: true });
      await client.items.create({ item_type: ref, parent_id: newId() });
    },
    details: { parent_id: anyId },
  },
  MISSING_LOCALES: {
    async request({ client }) {
      const { ref } = await buildModel(client, { title: { field_type: 'string', localized: true } });
      await client.items.create({ item_type: ref, title: {} });
    },
    details: {},
  },
  TECHNICAL_LIMIT_REACHED: {
    async request({ client }) {
      const { ref } = await buildModel(client, { text: 'text' });
      await client.items.create({ item_type: ref, text: 'a'.repeat(310 * 1024) });
    },
    details: { limit: 'item_bytes', maximum: 300 * 1024 },
  },
  ITEM_TYPE_CANNOT_BE_CHANGED: {
    async request({ client }) {
      const [model, other] = [await buildModel(client), await buildModel(client)];
      const { id } = await client.items.create({ item_type: model.ref });
      await client.items.update(id, { item_type: other.ref });
    },
    details: {},
  },
  DUPLICATE_SINGLETON: {
    async request({ client }) {
      const { ref } = await buildModel(client, {}, { singleton: true });
      await client.items.create({ item_type: ref });
      await client.items.create({ item_type: ref });
    },
    details: {},
  },
  ITEM_TYPE_IS_SINGLETON: {
    async request({ client }) {
      const { ref } = await buildModel(client, {}, { singleton: true });
      await client.items.duplicate((await client.items.create({ item_type: ref })).id);
    },
    details: {},
  },
  STALE_ITEM_VERSION: {
    async request({ client }) {
      const { ref } = await buildModel(client);
      const read = await client.items.create({ item_type: ref, title: 'a' });
      await client.items.update(read.id, { title: 'b' });
      await client.items.update(read.id, {
        title: 'c',
        meta: { current_version: read.meta.current_version },
      });
    },
    details: { current_version: anyId },
  },
  ITEM_TYPE_NOT_FOUND: {
    request: ({ client }) => client.items.list({ filter: { type: 'nothing' } }),
    details: { item_type: 'nothing' },
  },
  INVALID_FILTER_FIELDS_PARAM: {
    async request({ client }) {
      const { id } = await buildModel(client);
      await client.items.list({ filter: { type: id, fields: { nonsense: { eq: 1 } } } });
    },
    details: { field: 'nonsense' },
  },
  TOO_MANY_OPERATIONS: {
    request: ({ client }) => {
      const items = Array.from({ length: 201 }, () => ({ type: 'item' as const, id: newId() }));
      return client.items.bulkPublish({ items });
    },
    details: { limit: 200 },
  },
};
