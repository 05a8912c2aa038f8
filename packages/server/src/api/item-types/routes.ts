import { hasFlag } from '@recto/content/permissions/evaluate';
import { refusal } from '@recto/content/refusal';
import { createItemType } from '@recto/content/schema/create-item-type';
import { destroyItemType } from '@recto/content/schema/destroy-item-type';
import { duplicateItemType } from '@recto/content/schema/duplicate-item-type';
import { withLayout } from '@recto/content/schema/edit-schema';
import type { ItemType } from '@recto/content/schema/item-type';
import { layoutOf, type Place, rearrange } from '@recto/content/schema/positions';
import { referencingItemTypes } from '@recto/content/schema/referencing';
import type { Schema } from '@recto/content/schema/schema';
import { updateItemType } from '@recto/content/schema/update-item-type';
import { type Static, Type } from '@sinclair/typebox';
import { fieldEntity } from '#api/fields/entity.ts';
import { presentField } from '#api/fields/present.ts';
import { fieldsetEntity } from '#api/fieldsets/contract.ts';
import { presentFieldset } from '#api/fieldsets/present.ts';
import { dropRulesAbout } from '#api/roles/drop-rules.ts';
import type { RequestContext } from '#http/context.ts';
import { documentOf, listOf } from '#http/document.ts';
import { type Endpoint, endpoint } from '#http/endpoint.ts';
import { changeSchema } from '#schema/change-schema.ts';
import {
  createItemTypeBody,
  createItemTypeQuery,
  destroyItemTypeQuery,
  reorderBody,
  updateItemTypeBody,
} from './contract.ts';
import { itemTypeEntity } from './entity.ts';
import { findItemType } from './find-item-type.ts';
import { addToMenus, moveBetweenMenus, removeFromMenus } from './menus.ts';
import { presentItemType, type SingletonItems } from './present.ts';
import { readItemTypeChange, readNewItemType } from './read-change.ts';
import { countItems, loadSingletonItems } from './table.ts';

interface Shown {
  schema: Schema;
  itemTypes: ItemType[];
  singletons: SingletonItems;
}

const base = {
  resource: 'item_type',
  answer: documentOf(itemTypeEntity),
  present: ({ schema, itemTypes, singletons }: Shown) => ({
    data: presentOne(itemTypes, schema, singletons),
  }),
};
const readable = { policy: () => true };
const editable = {
  policy: (_subject: unknown, { permissions }: RequestContext) => hasFlag(permissions, 'can_edit_schema'),
};

const listItemTypes = endpoint({
  ...base,
  ...readable,
  rel: 'instances',
  answer: listOf(itemTypeEntity),
  method: 'GET',
  path: '/item-types',
  run: (_request, context) => show(context, context.schema, [...context.schema.itemTypes.values()]),
  present: presentMany,
});

const findOneItemType = endpoint({
  ...base,
  ...readable,
  rel: 'self',
  method: 'GET',
  path: '/item-types/:item_type_id',
  run: ({ params }, context) =>
    show(context, context.schema, [findItemType(context.schema, params.item_type_id)]),
});

const createOneItemType = endpoint({
  ...base,
  ...editable,
  rel: 'create',
  method: 'POST',
  path: '/item-types',
  body: createItemTypeBody,
  query: createItemTypeQuery,
  run: async ({ body, query }, context) => {
    const { schema, itemType } = await changeSchema(context, (before) =>
      createItemType(before, readNewItemType(body), context),
    );
    await addToMenus(context, itemType, query);
    return show(context, schema, [itemType]);
  },
});

const updateOneItemType = endpoint({
  ...base,
  ...editable,
  rel: 'update',
  method: 'PUT',
  path: '/item-types/:item_type_id',
  isJob: true,
  body: updateItemTypeBody,
  load: async ({ params }, { schema }) => findItemType(schema, params.item_type_id),
  run: async ({ body }, context, stored: ItemType) => {
    const { id } = stored;
    const { schema, itemType } = await changeSchema(context, async (before) =>
      updateItemType(before, findItemType(before, id), readItemTypeChange(body.data), {
        registry: context.registry,
        recordCount: await countItems(context.db, context.environment.id, id),
      }),
    );
    await moveBetweenMenus(context, stored, itemType);
    return show(context, schema, [itemType]);
  },
});

const duplicateOneItemType = endpoint({
  ...base,
  ...editable,
  rel: 'duplicate',
  method: 'POST',
  path: '/item-types/:item_type_id/duplicate',
  load: async ({ params }, { schema }) => findItemType(schema, params.item_type_id),
  run: async (_request, context, { id }) => {
    const { schema, itemType } = await changeSchema(context, (before) =>
      duplicateItemType(before, findItemType(before, id), context.newId),
    );
    await addToMenus(context, itemType);
    return show(context, schema, [itemType]);
  },
});

const destroyOneItemType = endpoint({
  ...base,
  ...editable,
  rel: 'destroy',
  method: 'DELETE',
  path: '/item-types/:item_type_id',
  isJob: true,
  query: destroyItemTypeQuery,
  load: async ({ params }, { schema }) => findItemType(schema, params.item_type_id),
  run: async ({ query }, context, { id }) => {
    const gone = await show(context, context.schema, [findItemType(context.schema, id)]);
    await changeSchema(context, (before) => ({
      schema: destroyItemType(before, findItemType(before, id), context.registry),
    }));
    await removeFromMenus(context, id, query.skip_menu_items_deletion ?? false);
    const { db, site, environment } = context;
    await dropRulesAbout(db, { siteId: site.id, environment: environment.name, itemTypeId: id });
    return gone;
  },
});

const listReferencingItemTypes = endpoint({
  ...base,
  ...readable,
  rel: 'referencing',
  answer: listOf(itemTypeEntity),
  method: 'GET',
  path: '/item-types/:item_type_id/referencing',
  run: ({ params }, context) => {
    const { id } = findItemType(context.schema, params.item_type_id);
    return show(context, context.schema, referencingItemTypes(context.schema, id, context.registry));
  },
  present: presentMany,
});

const reorderFieldsAndFieldsets = endpoint({
  ...base,
  ...editable,
  rel: 'reorder_fields_and_fieldsets',
  answer: listOf(Type.Union([fieldEntity, fieldsetEntity])),
  method: 'POST',
  path: '/item-types/:item_type_id/reorder-fields-and-fieldsets',
  isJob: true,
  body: reorderBody,
  load: async ({ params }, { schema }) => findItemType(schema, params.item_type_id),
  run: async ({ body }, context, { id }) => {
    const { schema } = await changeSchema(context, (before) => ({
      schema: reorder(before, findItemType(before, id), body),
    }));
    return { schema, itemTypeId: id };
  },
  present: ({ schema, itemTypeId }, { registry }) => ({
    data: [
      ...schema.fieldsOf(itemTypeId).map((field) => presentField(field, schema.settings, registry)),
      ...schema.fieldsetsOf(itemTypeId).map(presentFieldset),
    ],
  }),
});

export const itemTypeEndpoints: Endpoint[] = [
  createOneItemType,
  updateOneItemType,
  listItemTypes,
  findOneItemType,
  duplicateOneItemType,
  destroyOneItemType,
  listReferencingItemTypes,
  reorderFieldsAndFieldsets,
];

async function show(context: RequestContext, schema: Schema, itemTypes: ItemType[]): Promise<Shown> {
  return {
    schema,
    itemTypes,
    singletons: await loadSingletonItems(context.db, context.environment.id, itemTypes),
  };
}

function presentOne(itemTypes: ItemType[], schema: Schema, singletons: SingletonItems) {
  const [itemType] = itemTypes;
  if (!itemType) throw refusal('NOT_FOUND');
  return presentItemType(itemType, schema, singletons);
}

function presentMany({ schema, itemTypes, singletons }: Shown) {
  return { data: itemTypes.map((itemType) => presentItemType(itemType, schema, singletons)) };
}

function reorder(schema: Schema, itemType: ItemType, body: Static<typeof reorderBody>): Schema {
  const layout = layoutOf(schema, itemType.id);
  const known = new Set([...layout.fields, ...layout.fieldsets].map((part) => part.id));
  const places = body.data.map(
    (entry): Place => ({
      kind: entry.type,
      id: entry.id,
      parentId: entry.type === 'field' ? (entry.relationships.fieldset.data?.id ?? null) : null,
      position: entry.attributes.position,
    }),
  );
  if (places.some((place) => !known.has(place.id))) throw refusal('NOT_FOUND');
  const arranged = rearrange(layout, places);
  if (!arranged) throw refusal('DUPLICATE_POSITIONS_FOUND');
  return withLayout(schema, itemType.id, arranged);
}
