import {
  ENVIRONMENTS_ACCESSES,
  ITEM_ACTIONS,
  ROLE_FLAGS,
  UPLOAD_ACTIONS,
} from '@recto/content/permissions/permissions';
import { type Static, type TBoolean, Type } from '@sinclair/typebox';
import { identifier, nullable, oneOf } from '#http/document.ts';

const onCreator = nullable(oneOf(['anyone', 'self', 'role']));
const localizationScope = nullable(oneOf(['all', 'localized', 'not_localized']));
const id = nullable(Type.String());

const itemTypePermission = Type.Object({
  environment: Type.String(),
  item_type: id,
  workflow: id,
  on_stage: id,
  to_stage: id,
  action: oneOf(ITEM_ACTIONS),
  on_creator: onCreator,
  localization_scope: localizationScope,
  locale: id,
});

const uploadPermission = Type.Object({
  environment: Type.String(),
  upload_collection: id,
  move_to_upload_collection: id,
  action: oneOf(UPLOAD_ACTIONS),
  on_creator: onCreator,
  localization_scope: localizationScope,
  locale: id,
});

const buildTriggerPermission = Type.Object({ build_trigger: id });
const searchIndexPermission = Type.Object({ search_index: id });

const flags = Object.fromEntries(ROLE_FLAGS.map((flag) => [flag, Type.Boolean()])) as Record<
  (typeof ROLE_FLAGS)[number],
  TBoolean
>;

export const rolePermissions = Type.Object({
  ...flags,
  environments_access: oneOf(ENVIRONMENTS_ACCESSES),
  positive_item_type_permissions: Type.Array(itemTypePermission),
  negative_item_type_permissions: Type.Array(itemTypePermission),
  positive_upload_permissions: Type.Array(uploadPermission),
  negative_upload_permissions: Type.Array(uploadPermission),
  positive_build_trigger_permissions: Type.Array(buildTriggerPermission),
  negative_build_trigger_permissions: Type.Array(buildTriggerPermission),
  positive_search_index_permissions: Type.Array(searchIndexPermission),
  negative_search_index_permissions: Type.Array(searchIndexPermission),
});
export type RolePermissionsAnswer = Static<typeof rolePermissions>;

export const roleEntity = Type.Object({
  type: Type.Literal('role'),
  id: Type.String(),
  attributes: Type.Intersect([Type.Object({ name: Type.String() }), rolePermissions]),
  relationships: Type.Object({
    inherits_permissions_from: Type.Object({ data: Type.Array(identifier('role')) }),
  }),
  meta: Type.Object({ final_permissions: rolePermissions }),
});
export type RoleEntity = Static<typeof roleEntity>;
