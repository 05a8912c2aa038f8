import {
  checkSchemaMenuItem,
  refuseLinkedToModel,
  refuseMixedKinds,
  type SchemaMenuItem,
} from '@recto/content/menu/schema-menu-item';
import { hasFlag } from '@recto/content/permissions/evaluate';
import { refusal, refuseAll } from '@recto/content/refusal';
import type { Static } from '@sinclair/typebox';
import type { Endpoint } from '#http/endpoint.ts';
import { idOf, presentLinkage } from '#schema/linkage.ts';
import { treeEndpoints } from '#tree/tree-endpoints.ts';
import { createSchemaMenuItemBody, schemaMenuItemEntity, updateSchemaMenuItemBody } from './contract.ts';
import { schemaMenuItemTable } from './table.ts';

type NewData = Static<typeof createSchemaMenuItemBody>['data'];
type ChangeData = Static<typeof updateSchemaMenuItemBody>['data'];

export const schemaMenuItemEndpoints: Endpoint[] = treeEndpoints({
  resource: 'schema_menu_item',
  recordType: 'SchemaMenuItem',
  path: '/schema-menu-items',
  table: schemaMenuItemTable,
  createBody: createSchemaMenuItemBody,
  updateBody: updateSchemaMenuItemBody,
  entity: schemaMenuItemEntity,
  mayWrite: ({ permissions }) => hasFlag(permissions, 'can_edit_schema'),
  create: createFolder,
  update: updateItem,
  destroy: ({ itemTypeId }) => refuseLinkedToModel(itemTypeId),
  checkTree: refuseMixedKinds,
  presentAttributes: ({ label, kind }) => ({ label, kind }),
  presentRelationships: ({ itemTypeId }) => ({ item_type: presentLinkage('item_type', itemTypeId) }),
});

function createFolder(id: string, { attributes, relationships }: NewData): SchemaMenuItem {
  refuseLinkedToModel(idOf(relationships?.item_type) ?? null);
  const { label, kind } = attributes;
  const folder: SchemaMenuItem = { id, label, kind, itemTypeId: null, parentId: null, position: 0 };
  refuseAll(checkSchemaMenuItem(folder));
  return folder;
}

function updateItem(
  item: SchemaMenuItem,
  { attributes = {}, relationships = {} }: ChangeData,
): SchemaMenuItem {
  const { label = item.label, kind = item.kind } = attributes;
  if (kind !== item.kind) throw refusal('KIND_CANNOT_BE_CHANGED');
  const itemTypeId = idOf(relationships.item_type);
  if (itemTypeId !== undefined && itemTypeId !== item.itemTypeId) {
    refuseLinkedToModel(itemTypeId ?? item.itemTypeId);
  }
  const changed = { ...item, label };
  refuseAll(checkSchemaMenuItem(changed));
  return changed;
}
