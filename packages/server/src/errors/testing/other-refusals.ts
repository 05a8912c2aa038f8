import type { ErrorCode } from '@recto/content/error-codes';

/** Codes that need more than one request to be given, or another server: which test expects them. */
export const PROVEN_ELSEWHERE: Partial<Record<ErrorCode, string>> = {
  ACCOUNT_ALREADY_JOINED_SITE: 'api/users/users.test.ts',
  BATCH_DATA_VALIDATION_IN_PROGRESS: 'schema/run-schema-changes.test.ts',
  CANNOT_DESTROY_CURRENT_USER: 'api/access-tokens/access-tokens.test.ts',
  CANNOT_DESTROY_FORKING_ORIGIN: 'api/environments/environments.test.ts',
  CANNOT_UPGRADE_MODERN_PLUGIN_INTO_LEGACY: 'api/plugins/packages.test.ts',
  CONCURRENT_ENVIRONMENT_UPDATE: 'http/record-events.test.ts',
  CONCURRENT_ITEM_TYPE_UPDATE: 'schema/change-schema.test.ts',
  CONCURRENT_ROLE_UPDATE: 'api/roles/manage-roles.test.ts',
  CONCURRENT_UPLOAD_UPDATE: 'api/uploads/overwrite-file.test.ts',
  ENVIRONMENT_IN_READ_ONLY_MODE: 'api/environments/read-only.test.ts',
  ENVIRONMENT_NOT_READY: 'api/environments/environments.test.ts',
  EXCEPTION: 'http/run-endpoint.test.ts',
  IMMUTABLE_UPLOAD_TRACKS_IN_SANDBOX_ENVIRONMENT: 'api/upload-tracks/upload-tracks.test.ts',
  INVALID_CREDENTIALS: 'account-api/account-api.test.ts',
  INVALID_EMAIL: 'account-api/account-api.test.ts',
  INVALID_PLUGIN_VERSION: 'api/plugins/packages.test.ts',
  INVALID_RELATIONSHIP: 'account-api/mandates/mandates.test.ts',
  INVALID_REQUEST: 'account-api/account-security.test.ts',
  INVALID_SITE: 'account-api/account-api.test.ts',
  INVALID_X_BASE_EDITING_URL_HEADER: 'graphql/transport.test.ts',
  INVALID_X_EXCLUDE_INVALID_HEADER: 'graphql/transport.test.ts',
  INVALID_X_INCLUDE_DRAFTS_HEADER: 'graphql/transport.test.ts',
  INVALID_X_VISUAL_EDITING_HEADER: 'graphql/transport.test.ts',
  KEEP_URL_CONTENT_TYPE_CONFLICT: 'api/uploads/overwrite-file.test.ts',
  KEEP_URL_FORMAT_CONFLICT: 'api/uploads/overwrite-file.test.ts',
  MUX_ERROR: 'api/upload-tracks/upload-tracks.test.ts',
  NEW_PLUGIN_VERSION_IS_INCOMPATIBLE: 'api/plugins/older-versions.test.ts',
  NOT_A_VIDEO: 'api/upload-tracks/upload-tracks.test.ts',
  NOT_OFFERED: 'account-api/not-offered/not-offered.test.ts',
  PACKAGE_REGISTRY_UNAVAILABLE: 'api/plugins/packages.test.ts',
  RATE_LIMIT_EXCEEDED: 'http/answer-headers.test.ts',
  REQUIRED_2FA_SETUP: 'api/users/users.test.ts',
  SERVICE_UNAVAILABLE: 'http/deadline.test.ts',
  SITE_NOT_READY: 'account-api/duplicates/duplicates.test.ts',
  UPLOAD_IS_CURRENTLY_IN_USE: 'api/uploads/uploads.test.ts',
  UPLOAD_NOT_PASSING_FIELD_VALIDATIONS: 'api/uploads/overwrite-file.test.ts',
};

const NO_BUSINESS = 'belongs to the business of the hosted service';
const NO_SITE_SEARCH = 'belongs to site search, which is planned';
const NO_OWN_STORAGE = 'belongs to a storage that a project brings along, which is planned';
const NO_SUCH_ANSWER = 'known to clients of the hosted service; no page says what brings it about';

/** Codes that nothing gives, and why; they stay in the list because clients know them. */
export const NEVER_GIVEN: Partial<Record<ErrorCode, string>> = {
  BILLING_PROFILE_DEFAULTING: NO_BUSINESS,
  CONCURRENT_ITEM_UPDATE: 'a change that lost a race is decided again while nobody else can save',
  DEACTIVATED_SITE: NO_BUSINESS,
  EMAIL_NOT_VERIFIED: NO_SUCH_ANSWER,
  INCOMPATIBLE_WITH_UPLOAD_STORAGE_SETTINGS: NO_OWN_STORAGE,
  INVALID_SEARCH_INDEX_ID: NO_SITE_SEARCH,
  INVALID_SITE_EXPORT_SETTINGS: 'belongs to offline backups, which are planned',
  INVALID_UPLOAD_STORAGE_SETTINGS: NO_OWN_STORAGE,
  KEEP_URL_STORAGE_NOT_SUPPORTED: NO_OWN_STORAGE,
  LINKED_FROM_PUBLISHED_ITEMS: NO_SUCH_ANSWER,
  MISSING_FIELDS: 'a field that a new record leaves out gets its default value',
  MISSING_QUERY_PARAMETER: NO_SITE_SEARCH,
  NOT_ON_PER_SITE_PRICING: NO_BUSINESS,
  NO_PRIMARY_AUDIO_TRACK: 'nobody listens to videos: a request for subtitles ends with MUX_ERROR',
  PLAN_UPGRADE_REQUIRED: 'nothing is limited by a plan',
  PLATFORM_SCHEDULED_MAINTENANCE: 'planned: an operator cannot announce a maintenance yet',
  TITLE_ALREADY_PRESENT: NO_SUCH_ANSWER,
  UNRESOLVABLE_SEARCH_INDEX: NO_SITE_SEARCH,
  USE_SEARCH_INDEX_ID_INSTEAD_OF_BUILD_TRIGGER_ID: NO_SITE_SEARCH,
};
