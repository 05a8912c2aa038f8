import { expect } from 'vitest';
import { blocksOf, buildBlockModel, buildModel } from '#api/items/testing.ts';
import type { Scenes, Stage } from './stage.ts';

/** What the rules of models, fields and menus refuse. */
export const refusedSchemaChanges: Scenes = {
  INVALID_FIELD: {
    async request({ client }) {
      const { apiKey } = await buildModel(client);
      await client.itemTypes.create({ name: 'Another', api_key: apiKey });
    },
    details: { field: 'api_key', code: 'VALIDATION_UNIQUENESS', record_type: 'ItemType' },
  },
  INVALID_ORDERING: {
    async request({ client }) {
      const { id } = await buildModel(client);
      const [field] = await client.fields.list(id);
      const ordering_field = { type: 'field' as const, id: field?.id ?? '' };
      await client.itemTypes.update(id, {
        ordering_field,
        ordering_meta: 'created_at',
        ordering_direction: 'asc',
      });
    },
    details: {},
  },
  INVALID_ORDERING_FOR_SINGLETON_ITEM_TYPE: {
    request: ({ client }) =>
      buildModel(client, {}, { singleton: true, ordering_meta: 'created_at', ordering_direction: 'asc' }),
    details: {},
  },
  INVALID_ORDERING_FOR_SORTABLE_ITEM_TYPE: {
    request: ({ client }) =>
      buildModel(client, {}, { sortable: true, ordering_meta: 'created_at', ordering_direction: 'asc' }),
    details: {},
  },
  MODULAR_BLOCK_IN_USE: {
    async request({ client }) {
      const block = await buildBlockModel(client);
      await buildModel(client, { blocks: blocksOf([block]) });
      await client.itemTypes.destroy(block.id);
    },
    details: { fields: [expect.any(String)] },
  },
  CLASHING_FIELD_LABELS: {
    async request({ client }) {
      const { id } = await buildModel(client, {});
      const group = await client.fieldsets.create(id, { title: 'Group' });
      const fieldset = { type: 'fieldset' as const, id: group.id };
      await client.fields.create(id, { label: 'Same', api_key: 'a', field_type: 'string', fieldset });
      await client.fields.create(id, { label: 'Same', api_key: 'b', field_type: 'string' });
      await client.fieldsets.destroy(group.id);
    },
    details: { labels: ['Same'] },
  },
  USED_AS_SLUG_SOURCE: {
    async request({ client }) {
      const { id } = await buildModel(client);
      const [title] = await client.fields.list(id);
      const validators = { slug_title_field: { title_field_id: title?.id ?? '' } };
      await client.fields.create(id, { label: 'Slug', api_key: 'slug', field_type: 'slug', validators });
      await client.fields.destroy(title?.id ?? '');
    },
    details: { slug_field_id: expect.any(String), slug_field: 'slug' },
  },
  DUPLICATE_POSITIONS_FOUND: {
    async request({ client }) {
      const [a, b] = [await buildEntry({ client }), await buildEntry({ client })];
      const places = [a, b].map(({ id }) => ({ type: 'menu_item', id, position: 1, parent: null }));
      await client.menuItems.reorder(places as never);
    },
    details: { parent_id: null, position: 1 },
  },
  INVALID_PARENT: {
    async request({ client }) {
      const above = await buildEntry({ client });
      const below = await buildEntry({ client }, above.id);
      await client.menuItems.update(above.id, { parent: { type: 'menu_item', id: below.id } });
    },
    details: { parent_id: expect.any(String) },
  },
  KIND_CANNOT_BE_CHANGED: {
    async request({ client }) {
      const group = await client.schemaMenuItems.create({ label: 'Group', kind: 'item_type' });
      await client.schemaMenuItems.update(group.id, { kind: 'modular_block' } as never);
    },
    details: {},
  },
  CANNOT_CREATE_OR_DESTROY_SCHEMA_MENU_ITEM_LINKED_TO_ITEM_TYPE: {
    async request({ client }) {
      const { id } = await buildModel(client);
      const entries = await client.schemaMenuItems.list();
      await client.schemaMenuItems.destroy(entries.find(({ item_type }) => item_type?.id === id)?.id ?? '');
    },
    details: { item_type: expect.any(String) },
  },
};

function buildEntry({ client }: Pick<Stage, 'client'>, parent?: string) {
  return client.menuItems.create({
    label: 'Entry',
    ...(parent ? { parent: { type: 'menu_item' as const, id: parent } } : {}),
  });
}
