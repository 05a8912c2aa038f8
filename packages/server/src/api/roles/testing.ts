import { buildClient, type Client } from '@datocms/cma-client-node';
import { newId } from '@recto/content/id';
import { NO_PERMISSIONS, type RolePermissions } from '@recto/content/permissions/final-permissions';
import type { ItemTypePermission, UploadPermission } from '@recto/content/permissions/permissions';
import type { TestProject, TestServer } from '#testing/test-server.ts';
import { insertRoles } from './table.ts';

/** A client whose role allows nothing but this. */
export async function buildClientOfRole(
  server: TestServer,
  project: TestProject,
  declared: Partial<RolePermissions>,
): Promise<Client> {
  const role = {
    id: newId(),
    name: newId(),
    inheritsFrom: [],
    declared: { ...NO_PERMISSIONS, environments_access: 'all' as const, ...declared },
  };
  await insertRoles(server.ports.database.db, project.siteId, [role], new Date());
  const { token } = await project.client.accessTokens.create({
    name: role.name,
    role: { type: 'role', id: role.id },
    can_access_cda: false,
    can_access_cda_preview: false,
    can_access_cma: true,
  });
  return buildClient({ apiToken: token ?? '', baseUrl: server.cmaUrl, autoRetry: false });
}

/** A rule about records that is as wide as the rest of it lets it be. */
export function itemRule(rule: Partial<ItemTypePermission>): ItemTypePermission {
  return {
    environment: 'main',
    action: 'all',
    item_type: null,
    workflow: null,
    on_creator: 'anyone',
    on_stage: null,
    to_stage: null,
    localization_scope: 'all',
    locale: null,
    ...rule,
  };
}

/** The same about assets. */
export function uploadRule(rule: Partial<UploadPermission>): UploadPermission {
  return {
    environment: 'main',
    action: 'all',
    upload_collection: null,
    move_to_upload_collection: null,
    on_creator: 'anyone',
    localization_scope: 'all',
    locale: null,
    ...rule,
  };
}
