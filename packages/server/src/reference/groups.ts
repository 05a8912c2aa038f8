/** The themes that resources of both APIs are listed under. */
const GROUPS: readonly { title: string; resources: readonly string[] }[] = [
  {
    title: 'Content',
    resources: [
      'item',
      'item_version',
      'scheduled_publication',
      'scheduled_unpublishing',
      'editing_session',
      'menu_item',
      'item_type_filter',
    ],
  },
  {
    title: 'Schema',
    resources: ['item_type', 'field', 'fieldset', 'schema_menu_item', 'workflow', 'plugin'],
  },
  {
    title: 'Assets',
    resources: [
      'upload',
      'upload_request',
      'upload_track',
      'upload_collection',
      'upload_tag',
      'upload_smart_tag',
      'upload_filter',
    ],
  },
  {
    title: 'People and rights',
    resources: [
      'role',
      'user',
      'access_token',
      'site_invitation',
      'sso_settings',
      'sso_user',
      'sso_group',
      'account',
      'session',
      'tfa_deactivate_request',
      'organization',
      'organization_role',
      'organization_membership',
      'organization_invitation',
      'organization_mandate',
      'organization_mandate_request',
    ],
  },
  {
    title: 'Project',
    resources: [
      'site',
      'site_transfer',
      'environment',
      'maintenance_mode',
      'white_label_settings',
      'public_info',
      'emoji_suggestions',
      'subscription_limit',
      'subscription_feature',
      'daily_usage',
      'usage_counter',
      'resource_usage',
      'job_result',
      'setup',
    ],
  },
];

/** Those of them that an API has, each with what it has of it. What is in no theme comes last. */
export function groupsOf(resources: readonly string[]): { title: string; resources: string[] }[] {
  const grouped = new Set(GROUPS.flatMap((group) => group.resources));
  const others = resources.filter((resource) => !grouped.has(resource));
  return [...GROUPS, { title: 'Others', resources: others }]
    .map(({ title, resources: wanted }) => ({
      title,
      resources: wanted.filter((resource) => resources.includes(resource)),
    }))
    .filter((group) => group.resources.length > 0);
}
