import {
  ENVIRONMENTS_ACCESSES,
  ITEM_ACTIONS,
  ROLE_FLAGS,
  UPLOAD_ACTIONS,
} from '@recto/content/permissions/permissions';
import { type Static, type TBoolean, type TOptional, Type } from '@sinclair/typebox';
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

const closed = { additionalProperties: false };
const optional = {
  creator: Type.Optional(onCreator),
  scope: Type.Optional(localizationScope),
  id: Type.Optional(id),
};
/** More rules than this in one list are a mistake. */
const MAXIMUM_RULES = { maxItems: 5000 };

/** Which keys go with which action is checked in `content`, in sentences that name the action. */
const itemRules = Type.Optional(
  Type.Array(
    Type.Object(
      {
        environment: Type.String(),
        action: oneOf(ITEM_ACTIONS),
        item_type: optional.id,
        workflow: optional.id,
        on_stage: optional.id,
        to_stage: optional.id,
        on_creator: optional.creator,
        localization_scope: optional.scope,
        locale: optional.id,
      },
      closed,
    ),
    MAXIMUM_RULES,
  ),
);
const uploadRules = Type.Optional(
  Type.Array(
    Type.Object(
      {
        environment: Type.String(),
        action: oneOf(UPLOAD_ACTIONS),
        upload_collection: optional.id,
        move_to_upload_collection: optional.id,
        on_creator: optional.creator,
        localization_scope: optional.scope,
        locale: optional.id,
      },
      closed,
    ),
    MAXIMUM_RULES,
  ),
);
const buildTriggerRules = Type.Optional(
  Type.Array(Type.Object({ build_trigger: optional.id }, closed), MAXIMUM_RULES),
);
const searchIndexRules = Type.Optional(
  Type.Array(Type.Object({ search_index: optional.id }, closed), MAXIMUM_RULES),
);

const name = Type.String({ pattern: '\\S', maxLength: 200 });
const settable = {
  ...(Object.fromEntries(ROLE_FLAGS.map((flag) => [flag, Type.Optional(Type.Boolean())])) as Record<
    (typeof ROLE_FLAGS)[number],
    TOptional<TBoolean>
  >),
  environments_access: Type.Optional(oneOf(ENVIRONMENTS_ACCESSES)),
  positive_item_type_permissions: itemRules,
  negative_item_type_permissions: itemRules,
  positive_upload_permissions: uploadRules,
  negative_upload_permissions: uploadRules,
  positive_build_trigger_permissions: buildTriggerRules,
  negative_build_trigger_permissions: buildTriggerRules,
  positive_search_index_permissions: searchIndexRules,
  negative_search_index_permissions: searchIndexRules,
};
const relationships = Type.Optional(
  Type.Object(
    {
      inherits_permissions_from: Type.Optional(
        Type.Object({ data: Type.Array(identifier('role'), { maxItems: 100 }) }, closed),
      ),
    },
    closed,
  ),
);
// Read-only, but clients send back what they read.
const meta = Type.Optional(Type.Object({}));

export const createRoleBody = Type.Object(
  {
    data: Type.Object(
      {
        type: Type.Literal('role'),
        attributes: Type.Object({ name, ...settable }, closed),
        relationships,
        meta,
      },
      closed,
    ),
  },
  closed,
);

const changeableAttributes = Type.Object({ name: Type.Optional(name), ...settable }, closed);
export type RoleAttributesInput = Static<typeof changeableAttributes>;

export const updateRoleBody = Type.Object(
  {
    data: Type.Object(
      {
        type: Type.Literal('role'),
        id: Type.Optional(Type.String()),
        attributes: Type.Optional(changeableAttributes),
        relationships,
        meta,
      },
      closed,
    ),
  },
  closed,
);

export const roleEntity = Type.Object({
  type: Type.Literal('role'),
  id: Type.String(),
  attributes: Type.Composite([Type.Object({ name: Type.String() }), rolePermissions]),
  relationships: Type.Object({
    inherits_permissions_from: Type.Object({ data: Type.Array(identifier('role')) }),
  }),
  meta: Type.Object({ final_permissions: rolePermissions }),
});
export type RoleEntity = Static<typeof roleEntity>;
