import type { Endpoint } from '#http/endpoint.ts';
import type { Scope } from '#http/refuse-place.ts';

/** What each resource is about. It decides where and when it may be written: the walk of every request asks. */
const SCOPES: Readonly<Record<string, Scope>> = {
  item: 'content',
  item_version: 'content',
  scheduled_publication: 'content',
  scheduled_unpublishing: 'content',
  search_result: 'content',
  upload: 'content',
  upload_request: 'content',
  upload_track: 'content',
  upload_tag: 'content',
  upload_smart_tag: 'content',
  upload_collection: 'content',
  upload_filter: 'content',
  item_type_filter: 'content',
  editing_session: 'content',

  item_type: 'settings',
  field: 'settings',
  fieldset: 'settings',
  workflow: 'settings',
  plugin: 'settings',
  menu_item: 'settings',
  schema_menu_item: 'settings',

  // One endpoint changes the project and its environment; where the environment changes, `changeSchema` asks.
  site: 'project',
  white_label_settings: 'project',
  environment: 'project',
  maintenance_mode: 'project',
  role: 'project',
  user: 'project',
  sso_user: 'project',
  sso_group: 'project',
  sso_settings: 'project',
  site_invitation: 'project',
  access_token: 'project',
  session: 'project',
  audit_log_event: 'project',
  webhook: 'project',
  webhook_call: 'project',
  build_trigger: 'project',
  build_event: 'project',
  search_index: 'project',
  search_index_event: 'project',
  job_result: 'project',
  subscription_limit: 'project',
  subscription_feature: 'project',
  daily_usage: 'project',
  usage_counter: 'project',
  public_info: 'project',
  emoji_suggestions: 'project',
};

/** Sent like writes, yet they change nothing. */
const READ_ONLY_RELS = new Set(['item.validate_existing', 'item.validate_new']);

export function scopeOf({ resource }: Pick<Endpoint, 'resource'>): Scope {
  return SCOPES[resource] ?? 'content';
}

export function isRead({ resource, rel, method }: Pick<Endpoint, 'resource' | 'rel' | 'method'>): boolean {
  return method === 'GET' || READ_ONLY_RELS.has(`${resource}.${rel}`);
}

export function knownScopes(): string[] {
  return Object.keys(SCOPES);
}
