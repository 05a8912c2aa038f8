import type { ColumnType, Generated } from 'kysely';

type Instant = ColumnType<Date, Date | string, Date | string>;
type JsonColumn<Value> = ColumnType<Value, string, string>;

/** Rows as they rest. Only the `table.ts` of a resource turns them into domain values and back. JSON columns
 *  are written as text (`JSON.stringify`), so that both drivers treat arrays alike. */
export interface AccountRow {
  id: string;
  email: string;
  password_hash: string;
  first_name: string | null;
  last_name: string | null;
  company: string | null;
  /** Encrypted. Set while a second factor is being set up, too. */
  otp_secret: Generated<Buffer | null>;
  is_2fa_active: Generated<boolean>;
  /** A code is good once: the time step of the last one. */
  otp_last_step: Generated<string | null>;
  otp_backup_hashes: Generated<Buffer[]>;
  default_organization_id: Generated<string | null>;
  created_at: Instant;
}

interface AccountLinkRow {
  account_id: string;
  kind: string;
  email: string;
  token_hash: Buffer;
  expires_at: Instant;
}

interface UserRow {
  id: string;
  site_id: string;
  account_id: string;
  role_id: string;
  is_active: Generated<boolean>;
  last_access_at: Instant | null;
  created_at: Instant;
}

interface SsoSettingsRow {
  site_id: string;
  saml_token: string;
  idp_saml_metadata_url: string | null;
  idp_saml_metadata_xml: string | null;
  default_role_id: string | null;
  scim_token_hash: Buffer | null;
}

interface SsoUserRow {
  id: string;
  site_id: string;
  username: string;
  external_id: string | null;
  is_active: Generated<boolean>;
  first_name: string | null;
  last_name: string | null;
  last_access_at: Instant | null;
  created_at: Instant;
}

interface SsoGroupRow {
  id: string;
  site_id: string;
  name: string;
  priority: number;
  role_id: string;
  created_at: Instant;
}

interface SsoGroupUserRow {
  group_id: string;
  user_id: string;
}

interface OrganizationRow {
  id: string;
  name: string;
  created_at: Instant;
}

interface OrganizationMembershipRow {
  id: string;
  organization_id: string;
  account_id: string;
  role: string;
  created_at: Instant;
}

export interface OrganizationInvitationRow {
  id: string;
  organization_id: string;
  email: string;
  role: string;
  token_hash: Buffer;
  created_at: Instant;
  expires_at: Instant;
}

interface OrganizationMandateRequestRow {
  id: string;
  requester_id: string;
  approver_id: string;
  created_at: Instant;
}

interface OrganizationMandateRow {
  id: string;
  /** Whose projects are entered. */
  mandator_id: string;
  /** Whose members enter. */
  appointed_id: string;
  created_at: Instant;
}

interface TfaDeactivateRequestRow {
  id: string;
  organization_id: string;
  account_id: string;
  created_at: Instant;
}

interface UsageRow {
  site_id: string;
  /** `2026-11-21`, of UTC. */
  day: string;
  kind: string;
  value: string;
  requests: string;
  bytes: string;
}

interface SiteTransferRow {
  id: string;
  site_id: string;
  /** Where the project is to go: one of the two. */
  account_id: string | null;
  organization_id: string | null;
  created_at: Instant;
}

export interface SiteInvitationRow {
  id: string;
  site_id: string;
  email: string;
  role_id: string;
  token_hash: Buffer;
  created_at: Instant;
  expires_at: Instant;
}

interface SessionRow {
  id: string;
  account_id: string;
  /** Of a session in a project: the session of the dashboard that it ends with. */
  parent_id: string | null;
  /** Null for the dashboard; the project for an admin session that talks to the CMA. */
  site_id: string | null;
  token_hash: Buffer;
  created_at: Instant;
  expires_at: Instant;
}

interface SiteRow {
  id: string;
  name: string;
  internal_subdomain: string;
  domain: string | null;
  /** Null until the first visitor makes the owner's account: the first project is there before anybody. */
  owner_id: string | null;
  owner_organization_id: string | null;
  primary_environment_id: string | null;
  settings: JsonColumn<Record<string, unknown>>;
  created_at: Instant;
  last_data_change_at: Instant | null;
  /** Nobody writes to the primary environment. */
  maintenance_mode: Generated<boolean>;
  /** `creating`, `ready` or `destroying`. */
  status: Generated<string>;
}

export interface EnvironmentRow {
  id: string;
  site_id: string;
  name: string;
  status: string;
  locales: string[];
  time_zone: string;
  settings: JsonColumn<Record<string, unknown>>;
  schema_version: Generated<number>;
  /** The job that is going to change the schema: until it has, nobody else may. */
  schema_job_id: Generated<string | null>;
  forked_from_id: string | null;
  /** 0 to 100 while the environment is being made. */
  fork_progress: number | null;
  fork_is_fast: Generated<boolean>;
  /** While it is the source of a fast fork. */
  is_read_only: Generated<boolean>;
  created_at: Instant;
}

/** Writers are spread over the lanes of an environment. Read through `#db/content-version.ts`. */
interface EnvironmentLaneRow {
  environment_id: string;
  lane: number;
  schema_version: number;
  content_version: number;
  last_data_change_at: Instant | null;
}

interface RoleRow {
  id: string;
  site_id: string;
  name: string;
  attributes: JsonColumn<Record<string, unknown>>;
  inherits_permissions_from: string[];
  created_at: Instant;
}

export interface AccessTokenRow {
  id: string;
  site_id: string;
  role_id: string | null;
  name: string;
  hardcoded_type: string | null;
  can_access_cda: boolean;
  can_access_cda_preview: boolean;
  can_access_cma: boolean;
  token_hash: Buffer;
  token_encrypted: Buffer;
  last_cma_access_at: Instant | null;
  last_cda_access_at: Instant | null;
  created_at: Instant;
}

export interface ItemTypeRow {
  environment_id: string;
  id: string;
  name: string;
  api_key: string;
  modular_block: boolean;
  singleton: boolean;
  sortable: boolean;
  tree: boolean;
  draft_mode_active: boolean;
  draft_saving_active: boolean;
  all_locales_required: boolean;
  collection_appearance: string;
  hint: string | null;
  inverse_relationships_enabled: boolean;
  ordering_direction: string | null;
  ordering_meta: string | null;
  ordering_field_id: string | null;
  presentation_title_field_id: string | null;
  presentation_image_field_id: string | null;
  title_field_id: string | null;
  image_preview_field_id: string | null;
  excerpt_field_id: string | null;
  workflow_id: string | null;
  created_at: Instant;
}

export interface FieldsetRow {
  environment_id: string;
  id: string;
  item_type_id: string;
  title: string;
  hint: string | null;
  position: number;
  collapsible: boolean;
  start_collapsed: boolean;
}

export interface FieldRow {
  environment_id: string;
  id: string;
  item_type_id: string;
  fieldset_id: string | null;
  label: string;
  api_key: string;
  field_type: string;
  localized: boolean;
  validators: JsonColumn<Record<string, unknown>>;
  appearance: JsonColumn<Record<string, unknown>>;
  position: number;
  hint: string | null;
  default_value: JsonColumn<unknown>;
  deep_filtering_enabled: boolean;
  content_link_enabled: boolean;
  created_at: Instant;
}

interface ItemRow {
  environment_id: string;
  id: string;
  item_type_id: string;
  current: JsonColumn<Record<string, unknown>>;
  current_version_id: string;
  is_current_valid: boolean;
  published: JsonColumn<Record<string, unknown> | null>;
  published_version_id: string | null;
  is_published_valid: boolean | null;
  creator_type: string;
  creator_id: string;
  created_at: Instant;
  updated_at: Instant;
  published_at: Instant | null;
  first_published_at: Instant | null;
  publication_scheduled_at: Instant | null;
  unpublishing_scheduled_at: Instant | null;
  position: number | null;
  parent_id: string | null;
  stage: string | null;
}

interface ItemVersionRow {
  environment_id: string;
  id: string;
  item_id: string;
  document: JsonColumn<Record<string, unknown>>;
  editor_type: string;
  editor_id: string;
  created_at: Instant;
  published_from: Instant | null;
  published_until: Instant | null;
}

interface BlockRow {
  environment_id: string;
  id: string;
  item_id: string;
  item_type_id: string;
  in_current: boolean;
  in_published: boolean;
}

interface ReferenceRow {
  environment_id: string;
  item_id: string;
  path: string;
  locale: string | null;
  target_kind: string;
  target_id: string;
  in_current: boolean;
  in_published: boolean;
}

interface UniqueValueRow {
  environment_id: string;
  field_id: string;
  locale: string;
  value_hash: string;
  item_id: string;
}

export interface UploadRow {
  environment_id: string;
  id: string;
  path: string;
  basename: string;
  filename: string;
  format: string | null;
  mime_type: string | null;
  size: number;
  width: number | null;
  height: number | null;
  md5: string;
  is_image: boolean;
  duration: number | null;
  frame_rate: number | null;
  author: string | null;
  copyright: string | null;
  notes: string | null;
  tags: Generated<string[]>;
  smart_tags: Generated<string[]>;
  default_field_metadata: JsonColumn<Record<string, unknown>>;
  blurhash: string | null;
  thumbhash: string | null;
  colors: JsonColumn<unknown[]>;
  exif_info: JsonColumn<Record<string, unknown>>;
  upload_collection_id: string | null;
  creator_type: string;
  creator_id: string;
  created_at: Instant;
  updated_at: Instant;
}

interface UploadRequestRow {
  id: string;
  site_id: string;
  filename: string;
  /** Known once the file is there. */
  size: number | null;
  md5: string | null;
  uploaded_at: Instant | null;
  created_at: Instant;
  expires_at: Instant;
}

interface JobResultRow {
  id: string;
  /** Null for what was asked of the account API. */
  site_id: string | null;
  /** Digest of the token that asked there. */
  asker_hash: Buffer | null;
  environment_id: string | null;
  status: number | null;
  payload: JsonColumn<unknown>;
  created_at: Instant;
  finished_at: Instant | null;
}

interface EventRow {
  seq: Generated<number>;
  xid: Generated<string>;
  site_id: string;
  environment_id: string | null;
  entity_type: string;
  event_type: string;
  entity_id: string;
  details: JsonColumn<Record<string, unknown>>;
  created_at: Instant;
}

/** What a row of a tree has. */
interface TreeRow {
  environment_id: string;
  id: string;
  parent_id: string | null;
  position: number;
}

export interface MenuItemRow extends TreeRow {
  label: string;
  external_url: string | null;
  open_in_new_tab: boolean;
  item_type_id: string | null;
  item_type_filter_id: string | null;
}

export interface SchemaMenuItemRow extends TreeRow {
  label: string | null;
  kind: string;
  item_type_id: string | null;
}

export interface UploadCollectionRow extends TreeRow {
  label: string;
}

export interface UploadTagRow {
  environment_id: string;
  id: string;
  name: string;
}

export interface UploadFilterRow {
  environment_id: string;
  id: string;
  name: string;
  filter: JsonColumn<Record<string, unknown>>;
  shared: boolean;
  creator_type: string;
  creator_id: string;
  created_at: Instant;
}

export interface ItemTypeFilterRow extends UploadFilterRow {
  item_type_id: string;
  columns: ColumnType<{ name: string; width: number }[] | null, string | null, string | null>;
  order_by: string | null;
}

export interface WorkflowRow {
  environment_id: string;
  id: string;
  name: string;
  api_key: string;
  stages: JsonColumn<unknown[]>;
  created_at: Instant;
}

export interface PluginRow {
  environment_id: string;
  id: string;
  name: string;
  description: string | null;
  /** One of the two is null. */
  url: string | null;
  entry_file: string | null;
  package_name: string | null;
  package_version: string | null;
  permissions: string[];
  parameters: JsonColumn<Record<string, unknown>>;
  legacy: ColumnType<Record<string, unknown> | null, string | null, string | null>;
  created_at: Instant;
}

interface PluginPackageRow {
  name: string;
  version: string;
  integrity: string;
  folder: string;
  manifest: JsonColumn<Record<string, unknown>>;
  files: JsonColumn<unknown[]>;
  installed_at: Instant;
}

export interface ScheduledPublicationRow {
  environment_id: string;
  item_id: string;
  id: string;
  /** What of the record is published; null: all of it. */
  selection: ColumnType<Record<string, unknown> | null, string | null, string | null>;
}

export interface ScheduledUnpublishingRow {
  environment_id: string;
  item_id: string;
  id: string;
  /** Which locales are taken off; null: the whole record. */
  locales: string[] | null;
}

export interface UploadTrackRow {
  environment_id: string;
  id: string;
  upload_id: string;
  kind: string;
  name: string;
  language_code: string;
  closed_captions: boolean | null;
  /** Where its file rests, as with an upload. */
  path: string;
  /** Why it cannot be used. */
  error: string | null;
  created_at: Instant;
}

export interface EditingSessionRow {
  environment_id: string;
  /** Chosen by the caller. */
  id: string;
  item_id: string;
  editor_type: string;
  editor_id: string;
  last_activity_at: Instant;
  locked_at: Instant | null;
}

/** An index on `item` that queries have earned; of a model in all environments. */
interface EarnedIndexRow {
  name: string;
  item_type_id: string;
  version: string;
  field_ids: string[];
  columns: JsonColumn<unknown>;
  is_ready: boolean;
  created_at: Instant;
  last_used_at: Instant;
}

export interface Tables {
  account: AccountRow;
  account_link: AccountLinkRow;
  user: UserRow;
  site_invitation: SiteInvitationRow;
  sso_settings: SsoSettingsRow;
  sso_user: SsoUserRow;
  sso_group: SsoGroupRow;
  sso_group_user: SsoGroupUserRow;
  organization: OrganizationRow;
  organization_membership: OrganizationMembershipRow;
  organization_invitation: OrganizationInvitationRow;
  organization_mandate_request: OrganizationMandateRequestRow;
  organization_mandate: OrganizationMandateRow;
  tfa_deactivate_request: TfaDeactivateRequestRow;
  usage: UsageRow;
  site_transfer: SiteTransferRow;
  session: SessionRow;
  site: SiteRow;
  environment: EnvironmentRow;
  environment_lane: EnvironmentLaneRow;
  role: RoleRow;
  access_token: AccessTokenRow;
  item_type: ItemTypeRow;
  fieldset: FieldsetRow;
  field: FieldRow;
  item: ItemRow;
  item_version: ItemVersionRow;
  block: BlockRow;
  reference: ReferenceRow;
  unique_value: UniqueValueRow;
  upload: UploadRow;
  upload_request: UploadRequestRow;
  menu_item: MenuItemRow;
  schema_menu_item: SchemaMenuItemRow;
  upload_collection: UploadCollectionRow;
  upload_tag: UploadTagRow;
  upload_filter: UploadFilterRow;
  item_type_filter: ItemTypeFilterRow;
  workflow: WorkflowRow;
  plugin: PluginRow;
  plugin_package: PluginPackageRow;
  scheduled_publication: ScheduledPublicationRow;
  scheduled_unpublishing: ScheduledUnpublishingRow;
  editing_session: EditingSessionRow;
  upload_track: UploadTrackRow;
  job_result: JobResultRow;
  event: EventRow;
  earned_index: EarnedIndexRow;
}
