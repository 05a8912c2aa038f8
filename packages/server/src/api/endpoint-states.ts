/** What stands where an endpoint is not served; the roadmap tells more. */
const SIGN_IN = 'not offered: people sign in to the account API, which gives them a session in each project';
const AUDIT_LOG = 'planned: audit log';
const PLUGINS = 'planned: plugins';
const SEARCH = 'planned: site search';
const DEPLOYMENT = 'planned: build triggers';
const VIDEO = 'planned: video';
const WEBHOOKS = 'planned: webhooks';
const COLLABORATION = 'planned: real-time collaboration';
const USAGE = 'planned: usage figures';

/** Every endpoint that the official client knows, by JSON:API type and link `rel`: `served`, `planned: <what it
 *  belongs to>`, or `not offered: <why>`. A test compares it with the client and with what is mounted. */
export const ENDPOINT_STATES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  role: {
    create: 'served',
    update: 'served',
    instances: 'served',
    self: 'served',
    destroy: 'served',
    duplicate: 'served',
  },
  user: {
    update: 'served',
    instances: 'served',
    self: 'served',
    me: 'served',
    destroy: 'served',
  },
  sso_user: {
    instances: 'served',
    self: 'served',
    copy_users: 'served',
    destroy: 'served',
  },
  audit_log_event: {
    query: AUDIT_LOG,
  },
  menu_item: {
    create: 'served',
    update: 'served',
    instances: 'served',
    self: 'served',
    destroy: 'served',
    reorder: 'served',
  },
  schema_menu_item: {
    create: 'served',
    update: 'served',
    instances: 'served',
    self: 'served',
    destroy: 'served',
    reorder: 'served',
  },
  upload_collection: {
    create: 'served',
    update: 'served',
    instances: 'served',
    self: 'served',
    destroy: 'served',
    reorder: 'served',
  },
  item_type: {
    create: 'served',
    update: 'served',
    instances: 'served',
    self: 'served',
    duplicate: 'served',
    destroy: 'served',
    referencing: 'served',
    reorder_fields_and_fieldsets: 'served',
  },
  field: {
    create: 'served',
    update: 'served',
    instances: 'served',
    referencing: 'served',
    related: 'served',
    self: 'served',
    destroy: 'served',
    duplicate: 'served',
  },
  fieldset: {
    create: 'served',
    update: 'served',
    instances: 'served',
    self: 'served',
    destroy: 'served',
  },
  session: {
    create: SIGN_IN,
    destroy: SIGN_IN,
  },
  access_token: {
    create: 'served',
    update: 'served',
    instances: 'served',
    self: 'served',
    regenerate_token: 'served',
    destroy: 'served',
  },
  plugin: {
    create: PLUGINS,
    update: PLUGINS,
    instances: PLUGINS,
    self: PLUGINS,
    destroy: PLUGINS,
    fields: PLUGINS,
  },
  job_result: {
    self: 'served',
  },
  subscription_limit: {
    instances: 'served',
    self: 'served',
  },
  subscription_feature: {
    instances: 'served',
  },
  build_event: {
    instances: DEPLOYMENT,
    self: DEPLOYMENT,
  },
  search_index_event: {
    instances: SEARCH,
    self: SEARCH,
  },
  item: {
    instances: 'served',
    validate_existing: 'served',
    validate_new: 'served',
    create: 'served',
    duplicate: 'served',
    update: 'served',
    references: 'served',
    self: 'served',
    current_vs_published_state: 'served',
    destroy: 'served',
    publish: 'served',
    unpublish: 'served',
    bulk_publish: 'served',
    bulk_unpublish: 'served',
    bulk_destroy: 'served',
    bulk_move_to_stage: 'served',
  },
  item_version: {
    restore: 'served',
    instances: 'served',
    self: 'served',
  },
  upload: {
    create: 'served',
    instances: 'served',
    self: 'served',
    destroy: 'served',
    update: 'served',
    references: 'served',
    bulk_tag: 'served',
    bulk_set_upload_collection: 'served',
    bulk_destroy: 'served',
  },
  upload_request: {
    create: 'served',
  },
  upload_track: {
    create: VIDEO,
    instances: VIDEO,
    destroy: VIDEO,
    generate_subtitles: VIDEO,
  },
  scheduled_publication: {
    create: 'served',
    destroy: 'served',
  },
  scheduled_unpublishing: {
    create: 'served',
    destroy: 'served',
  },
  search_result: {
    instances: SEARCH,
  },
  environment: {
    fork: 'served',
    promote: 'served',
    rename: 'served',
    instances: 'served',
    self: 'served',
    destroy: 'served',
  },
  maintenance_mode: {
    self: 'served',
    activate: 'served',
    deactivate: 'served',
  },
  webhook: {
    create: WEBHOOKS,
    update: WEBHOOKS,
    instances: WEBHOOKS,
    self: WEBHOOKS,
    destroy: WEBHOOKS,
  },
  webhook_call: {
    instances: WEBHOOKS,
    self: WEBHOOKS,
    resend_webhook: WEBHOOKS,
  },
  build_trigger: {
    instances: DEPLOYMENT,
    self: DEPLOYMENT,
    create: DEPLOYMENT,
    update: DEPLOYMENT,
    trigger: DEPLOYMENT,
    abort: DEPLOYMENT,
    abort_indexing: DEPLOYMENT,
    reindex: DEPLOYMENT,
    destroy: DEPLOYMENT,
  },
  search_index: {
    instances: SEARCH,
    self: SEARCH,
    create: SEARCH,
    update: SEARCH,
    trigger: SEARCH,
    abort: SEARCH,
    destroy: SEARCH,
  },
  item_type_filter: {
    create: 'served',
    update: 'served',
    instances: 'served',
    self: 'served',
    destroy: 'served',
  },
  upload_filter: {
    create: 'served',
    update: 'served',
    instances: 'served',
    self: 'served',
    destroy: 'served',
  },
  site_invitation: {
    create: 'served',
    update: 'served',
    instances: 'served',
    self: 'served',
    destroy: 'served',
    resend: 'served',
  },
  editing_session: {
    instances: COLLABORATION,
    update: COLLABORATION,
    destroy: COLLABORATION,
  },
  sso_group: {
    instances: 'served',
    copy_roles: 'served',
    update: 'served',
    destroy: 'served',
  },
  sso_settings: {
    self: 'served',
    generate_token: 'served',
    update: 'served',
  },
  emoji_suggestions: {
    self: 'served',
  },
  white_label_settings: {
    self: 'served',
    update: 'served',
  },
  public_info: {
    self: 'served',
  },
  daily_usage: {
    instances: USAGE,
  },
  usage_counter: {
    self: USAGE,
  },
  upload_tag: {
    instances: 'served',
    create: 'served',
  },
  upload_smart_tag: {
    instances: 'served',
  },
  site: {
    self: 'served',
    update: 'served',
    activate_improved_timezone_management: 'served',
    activate_improved_hex_management: 'served',
    activate_improved_gql_multilocale_fields: 'served',
    activate_improved_gql_visibility_control: 'served',
    activate_improved_boolean_fields: 'served',
    activate_draft_mode_as_default: 'served',
    activate_improved_validation_at_publishing: 'served',
    activate_improved_exposure_of_inline_blocks_in_cda: 'served',
    activate_improved_items_listing: 'served',
    activate_milliseconds_in_datetime: 'served',
    activate_non_localized_focal_points: 'served',
    update_assets_cdn_default_settings: 'served',
  },
  workflow: {
    create: 'served',
    update: 'served',
    instances: 'served',
    self: 'served',
    destroy: 'served',
  },
};
