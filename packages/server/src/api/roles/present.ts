import {
  finalPermissions,
  type Role,
  type RolePermissions,
} from '@recto/content/permissions/final-permissions';
import type { RoleEntity, RolePermissionsAnswer } from './contract.ts';

/** `roles` are all of the project's: what a role comes to depends on those it inherits from. */
export function presentRole(role: Role, roles: readonly Role[]): RoleEntity {
  const byId = new Map(roles.map((other) => [other.id, other]));
  return {
    type: 'role',
    id: role.id,
    attributes: { name: role.name, ...presentPermissions(role.declared) },
    relationships: {
      inherits_permissions_from: { data: role.inheritsFrom.map((id) => ({ type: 'role' as const, id })) },
    },
    meta: { final_permissions: presentPermissions(finalPermissions(role, byId)) },
  };
}

/** Every entry with all of its keys, so that clients can compare what they read with what they send. */
function presentPermissions(permissions: RolePermissions): RolePermissionsAnswer {
  return {
    can_edit_favicon: permissions.can_edit_favicon,
    can_edit_site: permissions.can_edit_site,
    can_edit_schema: permissions.can_edit_schema,
    can_manage_menu: permissions.can_manage_menu,
    can_edit_environment: permissions.can_edit_environment,
    can_promote_environments: permissions.can_promote_environments,
    environments_access: permissions.environments_access,
    can_manage_users: permissions.can_manage_users,
    can_manage_shared_filters: permissions.can_manage_shared_filters,
    can_manage_upload_collections: permissions.can_manage_upload_collections,
    can_manage_build_triggers: permissions.can_manage_build_triggers,
    can_manage_search_indexes: permissions.can_manage_search_indexes,
    can_manage_webhooks: permissions.can_manage_webhooks,
    can_manage_environments: permissions.can_manage_environments,
    can_manage_sso: permissions.can_manage_sso,
    can_access_audit_log: permissions.can_access_audit_log,
    can_manage_workflows: permissions.can_manage_workflows,
    can_manage_access_tokens: permissions.can_manage_access_tokens,
    can_perform_site_search: permissions.can_perform_site_search,
    can_access_build_events_log: permissions.can_access_build_events_log,
    can_access_search_index_events_log: permissions.can_access_search_index_events_log,
    positive_item_type_permissions: permissions.positive_item_type_permissions.map(presentItemRule),
    negative_item_type_permissions: permissions.negative_item_type_permissions.map(presentItemRule),
    positive_upload_permissions: permissions.positive_upload_permissions.map(presentUploadRule),
    negative_upload_permissions: permissions.negative_upload_permissions.map(presentUploadRule),
    positive_build_trigger_permissions:
      permissions.positive_build_trigger_permissions.map(presentTriggerRule),
    negative_build_trigger_permissions:
      permissions.negative_build_trigger_permissions.map(presentTriggerRule),
    positive_search_index_permissions: permissions.positive_search_index_permissions.map(presentIndexRule),
    negative_search_index_permissions: permissions.negative_search_index_permissions.map(presentIndexRule),
  };
}

function presentItemRule(
  rule: RolePermissions['positive_item_type_permissions'][number],
): RolePermissionsAnswer['positive_item_type_permissions'][number] {
  return {
    environment: rule.environment,
    item_type: rule.item_type,
    workflow: rule.workflow,
    on_stage: rule.on_stage,
    to_stage: rule.to_stage,
    action: rule.action,
    on_creator: rule.on_creator,
    localization_scope: rule.localization_scope,
    locale: rule.locale,
  };
}

function presentUploadRule(
  rule: RolePermissions['positive_upload_permissions'][number],
): RolePermissionsAnswer['positive_upload_permissions'][number] {
  return {
    environment: rule.environment,
    upload_collection: rule.upload_collection,
    move_to_upload_collection: rule.move_to_upload_collection,
    action: rule.action,
    on_creator: rule.on_creator,
    localization_scope: rule.localization_scope,
    locale: rule.locale,
  };
}

function presentTriggerRule(
  rule: RolePermissions['positive_build_trigger_permissions'][number],
): RolePermissionsAnswer['positive_build_trigger_permissions'][number] {
  return { build_trigger: rule.build_trigger };
}

function presentIndexRule(
  rule: RolePermissions['positive_search_index_permissions'][number],
): RolePermissionsAnswer['positive_search_index_permissions'][number] {
  return { search_index: rule.search_index };
}
