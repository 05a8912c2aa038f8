import type { ErrorCode } from '@recto/content/error-codes';

export interface ErrorEntry {
  /** HTTP status. */
  status: number;
  /** The same request may succeed later: clients wait and repeat it by themselves. */
  transient?: true;
  /** What happened and what helps, for the reference page. */
  sentence: string;
}

/** Every code with its status and its line in the reference (`docs/errors.md` is made from it). */
export const ERROR_CATALOGUE: Readonly<Record<ErrorCode, ErrorEntry>> = {
  ACCOUNT_ALREADY_JOINED_SITE: {
    status: 422,
    sentence:
      'The invited address belongs to somebody who is in the project already. Nothing has to be done.',
  },
  ACTIVE_EDITING_SESSIONS: {
    status: 422,
    sentence: 'Somebody is editing records right now. Wait until they have finished, or force the operation.',
  },
  ALREADY_PRIMARY_ENVIRONMENT: {
    status: 422,
    sentence: 'The environment to promote is the primary one already.',
  },
  BATCH_DATA_VALIDATION_IN_PROGRESS: {
    status: 422,
    transient: true,
    sentence: 'Stored records are being validated after a change of the schema. Repeat the request later.',
  },
  BILLING_PROFILE_DEFAULTING: {
    status: 422,
    sentence: 'Known to clients of the hosted service. Recto has no billing and never sends it.',
  },
  CANNOT_CREATE_OR_DESTROY_SCHEMA_MENU_ITEM_LINKED_TO_ITEM_TYPE: {
    status: 422,
    sentence:
      'The menu item of a model comes and goes with its model. Only groups are made and removed by hand.',
  },
  CANNOT_DESTROY_CURRENT_USER: {
    status: 422,
    sentence: 'An API token cannot delete itself. Use another one.',
  },
  CANNOT_DESTROY_FORKING_ORIGIN: {
    status: 422,
    sentence: 'The environment is still being forked into another. Delete it when the fork is ready.',
  },
  CANNOT_DESTROY_PRIMARY_ENVIRONMENT: {
    status: 422,
    sentence: 'The primary environment cannot be deleted. Promote another one first.',
  },
  CANNOT_UPGRADE_MODERN_PLUGIN_INTO_LEGACY: {
    status: 422,
    sentence: 'The property belongs to legacy plugins and cannot be set on a modern one.',
  },
  CLASHING_FIELD_LABELS: {
    status: 422,
    sentence: 'Without the fieldset, two fields of the model would carry the same label. Rename one first.',
  },
  CONCURRENT_ENVIRONMENT_UPDATE: {
    status: 422,
    transient: true,
    sentence: 'Another operation changed the environment at the same moment. Repeat the request.',
  },
  CONCURRENT_ITEM_TYPE_UPDATE: {
    status: 422,
    transient: true,
    sentence: 'The model is being changed or its records are being validated. Repeat the request later.',
  },
  CONCURRENT_ITEM_UPDATE: {
    status: 422,
    transient: true,
    sentence: 'Another request changed the record at the same moment. Repeat the request.',
  },
  CONCURRENT_ROLE_UPDATE: {
    status: 422,
    transient: true,
    sentence: 'Another request changed the role at the same moment. Repeat the request.',
  },
  CONCURRENT_UPLOAD_UPDATE: {
    status: 422,
    transient: true,
    sentence: 'Another request changed the asset at the same moment. Repeat the request.',
  },
  DEACTIVATED_SITE: {
    status: 422,
    sentence: 'The project is deactivated: its content can be read but not changed.',
  },
  DELETE_RESTRICTION: {
    status: 422,
    sentence:
      'Something else still needs what was to be deleted; the details name it. Not a matter of rights.',
  },
  DESTINATION_USER_REQUIRED: {
    status: 422,
    sentence: 'The collaborator or token owns records or assets. Say who takes them over.',
  },
  DESTRUCTIVE_REQUEST_BLOCKED: {
    status: 422,
    sentence: 'The request would write, and its X-Abort-If-Destructive-Request header forbids that.',
  },
  DUPLICATE_POSITIONS_FOUND: {
    status: 422,
    sentence: 'Two siblings would stand at the same position. Give each its own.',
  },
  DUPLICATE_SINGLETON: {
    status: 422,
    sentence: 'A single-instance model has its one record already. Update that one.',
  },
  EMAIL_NOT_VERIFIED: {
    status: 422,
    sentence: 'The e-mail address has to be confirmed first.',
  },
  ENVIRONMENT_IN_READ_ONLY_MODE: {
    status: 422,
    transient: true,
    sentence:
      'The environment is read-only for a moment, for instance while it is being forked. Repeat later.',
  },
  ENVIRONMENT_NOT_READY: {
    status: 422,
    sentence: 'The environment is still being made, or is being deleted.',
  },
  EXCEPTION: {
    status: 500,
    sentence: 'Something unforeseen happened. The request id leads the operator to the entry in the log.',
  },
  IMMUTABLE_UPLOAD_TRACKS_IN_SANDBOX_ENVIRONMENT: {
    status: 422,
    sentence: 'Tracks of a video are shared by all environments; change them in the primary one.',
  },
  INCOMPATIBLE_WITH_UPLOAD_STORAGE_SETTINGS: {
    status: 422,
    sentence: 'The project keeps its assets in a storage of its own, where this setting has no effect.',
  },
  INSUFFICIENT_PERMISSIONS: {
    status: 403,
    sentence: 'The role of the token or person does not allow this.',
  },
  INVALID_ACCEPT_HEADER: {
    status: 406,
    sentence: 'Send Accept: application/json (or application/vnd.api+json).',
  },
  INVALID_API_VERSION: {
    status: 422,
    sentence: 'Send X-Api-Version: 3.',
  },
  INVALID_ATTRIBUTES: {
    status: 422,
    sentence: 'The record carries attributes that its model does not have; the details name them.',
  },
  INVALID_AUTHORIZATION_HEADER: {
    status: 401,
    sentence:
      'The Authorization header is missing, malformed, or names a token that does not exist (any more).',
  },
  INVALID_CONTENT_TYPE_HEADER: {
    status: 415,
    sentence: 'Send bodies with Content-Type: application/json (or application/vnd.api+json).',
  },
  INVALID_CREDENTIALS: {
    status: 401,
    sentence: 'The e-mail address or the password is wrong, or too many wrong ones came before.',
  },
  INVALID_DATE: {
    status: 422,
    sentence: 'The value is not an ISO 8601 date, or the time zone is unknown.',
  },
  INVALID_DESTINATION_TYPE: {
    status: 422,
    sentence: 'Content is handed over to a user, account, organization, sso_user or access_token.',
  },
  INVALID_DESTINATION_USER: {
    status: 422,
    sentence: 'Content cannot be handed over to whoever is being deleted, nor to somebody unknown.',
  },
  INVALID_DRAFT: {
    status: 422,
    sentence: 'The draft breaks rules of its model and cannot be published; the details name them.',
  },
  INVALID_EMAIL: {
    status: 422,
    sentence: 'The e-mail address is not one.',
  },
  INVALID_ENDPOINT: {
    status: 404,
    sentence: 'There is no such endpoint, or this version of Recto does not serve it yet.',
  },
  INVALID_ENTITY_ID: {
    status: 422,
    sentence: 'An id is a version-4 UUID in URL-safe base64 without padding (22 characters).',
  },
  INVALID_ENVIRONMENT: {
    status: 422,
    sentence: 'The environment does not exist, or the token may not enter it.',
  },
  INVALID_FIELD: {
    status: 422,
    sentence: 'A value breaks a rule. The details say which field, which rule (code) and where (path).',
  },
  INVALID_FILTER_FIELDS_PARAM: {
    status: 422,
    sentence: 'The parameter filter[fields] names an unknown field, operator or operand.',
  },
  INVALID_FORMAT: {
    status: 422,
    sentence: 'The body does not fit the schema of the endpoint; details.messages say where.',
  },
  INVALID_JSON_BODY: {
    status: 422,
    sentence: 'The body is not well-formed JSON in UTF-8.',
  },
  INVALID_ORDERING: {
    status: 422,
    sentence: 'A model is ordered either by a field or by a date, and a single-instance model by neither.',
  },
  INVALID_ORDERING_FOR_SINGLETON_ITEM_TYPE: {
    status: 422,
    sentence: 'A single-instance model has no ordering field.',
  },
  INVALID_ORDERING_FOR_SORTABLE_ITEM_TYPE: {
    status: 422,
    sentence: 'A sortable or tree model is ordered by hand and has no ordering field.',
  },
  INVALID_PARAMS: {
    status: 422,
    sentence: 'The query string does not fit the endpoint; details.messages say where.',
  },
  INVALID_PARENT: {
    status: 422,
    sentence: 'The parent would make a circle, or a tree deeper than allowed.',
  },
  INVALID_PARENT_ID: {
    status: 422,
    sentence: 'The parent_id names no record of the model, or the record itself.',
  },
  INVALID_PLUGIN_VERSION: {
    status: 422,
    sentence: 'The plugin version is malformed, or the registry does not have it.',
  },
  INVALID_POSITION: {
    status: 422,
    sentence: 'A position is a whole number from 1.',
  },
  INVALID_RELATIONSHIP: {
    status: 422,
    sentence: 'The relationship points at something of the wrong kind, or at nothing.',
  },
  INVALID_REQUEST: {
    status: 422,
    sentence: 'The request is not what the endpoint expects.',
  },
  INVALID_SEARCH_INDEX_ID: {
    status: 422,
    sentence: 'The parameter filter[search_index_id] names a search index that does not exist or is off.',
  },
  INVALID_SITE: {
    status: 422,
    sentence: 'The session belongs to no project. Requests with an API token never meet this.',
  },
  INVALID_SITE_EXPORT_SETTINGS: {
    status: 422,
    sentence: 'The settings of the offline backup are wrong.',
  },
  INVALID_TYPE: {
    status: 422,
    sentence: 'The record names a model that does not exist.',
  },
  INVALID_UPLOAD_STORAGE_SETTINGS: {
    status: 422,
    sentence: 'The settings of the asset storage are wrong.',
  },
  INVALID_X_BASE_EDITING_URL_HEADER: {
    status: 400,
    sentence: 'X-Base-Editing-Url is missing or is not an absolute URL.',
  },
  INVALID_X_EXCLUDE_INVALID_HEADER: {
    status: 400,
    sentence: 'X-Exclude-Invalid is true or absent.',
  },
  INVALID_X_INCLUDE_DRAFTS_HEADER: {
    status: 400,
    sentence: 'X-Include-Drafts is true or absent.',
  },
  INVALID_X_VISUAL_EDITING_HEADER: {
    status: 400,
    sentence: 'X-Visual-Editing names an encoding that is not known.',
  },
  ITEM_LOCKED: {
    status: 422,
    sentence: 'Somebody else is editing the record and holds its lock.',
  },
  ITEM_TYPE_CANNOT_BE_CHANGED: {
    status: 422,
    sentence: 'A record stays with its model. Leave item_type out, or name the present one.',
  },
  ITEM_TYPE_IS_SINGLETON: {
    status: 422,
    sentence: 'The one record of a single-instance model cannot be duplicated.',
  },
  ITEM_TYPE_NOT_FOUND: {
    status: 404,
    sentence: 'The environment has no model with this id or API key.',
  },
  KEEP_URL_CONTENT_TYPE_CONFLICT: {
    status: 422,
    sentence: 'An asset keeps its URL only when the new file has the same MIME type.',
  },
  KEEP_URL_FORMAT_CONFLICT: {
    status: 422,
    sentence: 'An asset keeps its URL only when the new file has the same format.',
  },
  KEEP_URL_STORAGE_NOT_SUPPORTED: {
    status: 422,
    sentence: 'In a storage of its own, a project cannot replace a file under its old URL.',
  },
  KIND_CANNOT_BE_CHANGED: {
    status: 422,
    sentence: 'The kind of a schema menu item is fixed when it is made.',
  },
  LINKED_FROM_PUBLISHED_ITEMS: {
    status: 422,
    sentence: 'Published records point at this one.',
  },
  MAINTENANCE_MODE: {
    status: 422,
    sentence: 'The primary environment is under maintenance and cannot be written to.',
  },
  MISSING_FIELDS: {
    status: 422,
    sentence: 'The new record lacks fields that must be given; the details list them.',
  },
  MISSING_LOCALES: {
    status: 422,
    sentence: 'The new record has localized fields and no locale at all.',
  },
  MISSING_QUERY_PARAMETER: {
    status: 422,
    sentence: 'A site search needs filter[query].',
  },
  MODULAR_BLOCK_IN_USE: {
    status: 422,
    sentence: 'Fields still allow this block model. Take it out of them first.',
  },
  MUX_ERROR: {
    status: 422,
    sentence: 'The video could not be worked on; the details say why.',
  },
  NEW_PLUGIN_VERSION_IS_INCOMPATIBLE: {
    status: 422,
    sentence: 'The new version of the legacy plugin has another type, other field types or other parameters.',
  },
  NON_EDITABLE_ACCESS_TOKEN: {
    status: 422,
    sentence: 'The tokens that come with a project cannot be changed; they can be rotated and deleted.',
  },
  NOT_A_VIDEO: {
    status: 422,
    sentence: 'Tracks belong to videos, and the asset is none.',
  },
  NOT_FOUND: {
    status: 404,
    sentence: 'There is nothing with this id, or the token may not see it.',
  },
  NOT_OFFERED: {
    status: 422,
    sentence:
      'The endpoint belongs to the business of the hosted service. Recto sells nothing and never serves it.',
  },
  NOT_ON_PER_SITE_PRICING: {
    status: 422,
    sentence: 'Known to clients of the hosted service. Recto has no prices.',
  },
  NO_PRIMARY_AUDIO_TRACK: {
    status: 422,
    sentence: 'The video has no primary audio track to make subtitles from.',
  },
  PACKAGE_REGISTRY_UNAVAILABLE: {
    status: 422,
    sentence:
      'The registry that plugins are installed from cannot be reached, or lets this server not in. Check its npm settings.',
  },
  PLAN_UPGRADE_REQUIRED: {
    status: 422,
    sentence: 'A limit set by the operator is reached; details.limit names it.',
  },
  PLATFORM_SCHEDULED_MAINTENANCE: {
    status: 503,
    transient: true,
    sentence: 'The operator keeps the whole installation read-only for a while.',
  },
  PRIMARY_ENVIRONMENT_SETTINGS_READ_ONLY: {
    status: 422,
    sentence: 'The project allows schema changes in sandbox environments only.',
  },
  PUBLISHED_CHILDREN: {
    status: 422,
    sentence: 'Children of the record are published. Unpublish them first, or send recursive=true.',
  },
  PUBLISHED_REFERENCES: {
    status: 422,
    sentence: 'Published records point at this one, and a field of theirs forbids to unpublish it.',
  },
  RATE_LIMIT_EXCEEDED: {
    status: 429,
    transient: true,
    sentence: 'Too many requests. Wait for the number of seconds in X-RateLimit-Reset.',
  },
  REQUIRED_2FA_SETUP: {
    status: 422,
    sentence: 'The project asks for a second factor. Set one up.',
  },
  REQUIRED_BY_ASSOCIATION: {
    status: 422,
    sentence: 'Records point at this one, and a field of theirs forbids to delete it.',
  },
  SERVICE_UNAVAILABLE: {
    status: 503,
    transient: true,
    sentence: 'The server cannot take the request now. Repeat it later.',
  },
  SITE_NOT_READY: {
    status: 422,
    transient: true,
    sentence: 'The project is still being made.',
  },
  SSO_SETTINGS_REQUIRED: {
    status: 422,
    sentence: 'Single sign-on has to be set up first.',
  },
  STALE_ITEM_VERSION: {
    status: 422,
    sentence: 'The record has changed since it was read. Read it again and repeat the change.',
  },
  TECHNICAL_LIMIT_REACHED: {
    status: 422,
    sentence: 'Something is too large: a record, its blocks, their depth, a request. The details say which.',
  },
  TITLE_ALREADY_PRESENT: {
    status: 422,
    sentence: 'Another entity of the kind has this title.',
  },
  TOO_MANY_OPERATIONS: {
    status: 422,
    sentence: 'A bulk request holds at most 200 operations.',
  },
  UNMANAGED_EDIT_CONFLICT: {
    status: 422,
    sentence: 'Somebody else took the lock of the record first.',
  },
  UNPUBLISHED_LINK: {
    status: 422,
    sentence: 'The record points at unpublished ones, and a field forbids to publish it so.',
  },
  UNPUBLISHED_PARENT: {
    status: 422,
    sentence: 'A parent of the record is not published. Publish it first, or send recursive=true.',
  },
  UNRESOLVABLE_SEARCH_INDEX: {
    status: 422,
    sentence: 'The project has no search index that is on, and the request names none.',
  },
  UPLOAD_IS_CURRENTLY_IN_USE: {
    status: 422,
    sentence: 'Records use the asset; the details list them.',
  },
  UPLOAD_NOT_PASSING_FIELD_VALIDATIONS: {
    status: 422,
    sentence: 'With this change the asset would break rules of fields that use it.',
  },
  USED_AS_SLUG_SOURCE: {
    status: 422,
    sentence: 'A slug is made from the field; the details name it.',
  },
  USE_SEARCH_INDEX_ID_INSTEAD_OF_BUILD_TRIGGER_ID: {
    status: 422,
    sentence: 'The build trigger has several search indexes. Name one with filter[search_index_id].',
  },
};
