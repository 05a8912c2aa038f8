import type { RawApiTypes } from '@datocms/cma-client';
import type { Static, TSchema } from '@sinclair/typebox';
import { describe, expectTypeOf, it } from 'vitest';
import type { bulkAnswer } from '#bulk/contract.ts';
import type { dailyUsageEntity } from '#usage/daily-usage-entity.ts';
import type {
  accessTokenEntity,
  createAccessTokenBody,
  destroyAccessTokenQuery,
  updateAccessTokenBody,
} from './access-tokens/contract.ts';
import type { editingSessionEntity, updateEditingSessionBody } from './editing-sessions/contract.ts';
import type { emojiSuggestionsEntity, emojiSuggestionsQuery } from './emoji-suggestions/routes.ts';
import type { environmentEntity, forkBody, forkQuery, renameBody } from './environments/contract.ts';
import type { createFieldBody, updateFieldBody } from './fields/contract.ts';
import type { fieldEntity } from './fields/entity.ts';
import type { createFieldsetBody, fieldsetEntity, updateFieldsetBody } from './fieldsets/contract.ts';
import type {
  createItemTypeFilterBody,
  itemTypeFilterEntity,
  updateItemTypeFilterBody,
} from './item-type-filters/contract.ts';
import type {
  createItemTypeBody,
  createItemTypeQuery,
  destroyItemTypeQuery,
  updateItemTypeBody,
} from './item-types/contract.ts';
import type { itemTypeEntity } from './item-types/entity.ts';
import type { itemVersionEntity, restoredDocument } from './item-versions/contract.ts';
import type { createItemBody, publishItemBody, unpublishItemBody, updateItemBody } from './items/contract.ts';
import type { comparisonDocument, createdItemDocument, itemEntity } from './items/entity.ts';
import type { jobResultDocument } from './job-results/routes.ts';
import type { maintenanceModeEntity } from './maintenance-mode/routes.ts';
import type { createMenuItemBody, menuItemEntity, updateMenuItemBody } from './menu-items/contract.ts';
import type { createPluginBody, pluginEntity, updatePluginBody } from './plugins/contract.ts';
import type { publicInfoEntity } from './public-info/entity.ts';
import type { createRoleBody, roleEntity, rolePermissions, updateRoleBody } from './roles/contract.ts';
import type {
  scheduledPublicationEntity,
  scheduledUnpublishingEntity,
  schedulePublicationBody,
  scheduleUnpublishingBody,
} from './schedules/contract.ts';
import type {
  createSchemaMenuItemBody,
  schemaMenuItemEntity,
  updateSchemaMenuItemBody,
} from './schema-menu-items/contract.ts';
import type { assetsCdnBody, findSiteQuery, updateSiteBody } from './site/contract.ts';
import type { siteDocument } from './site/entity.ts';
import type {
  createInvitationBody,
  invitationEntity,
  updateInvitationBody,
} from './site-invitations/contract.ts';
import type { ssoGroupEntity, updateSsoGroupBody } from './sso-groups/contract.ts';
import type { ssoSettingsEntity, ssoTokenEntity, updateSsoSettingsBody } from './sso-settings/contract.ts';
import type { ssoUserEntity } from './sso-users/contract.ts';
import type { subscriptionFeatureEntity, subscriptionLimitEntity } from './subscription/routes.ts';
import type {
  createUploadCollectionBody,
  updateUploadCollectionBody,
  uploadCollectionEntity,
} from './upload-collections/contract.ts';
import type {
  createUploadFilterBody,
  updateUploadFilterBody,
  uploadFilterEntity,
} from './upload-filters/contract.ts';
import type { createUploadRequestBody, uploadRequestEntity } from './upload-requests/contract.ts';
import type { uploadSmartTagPage } from './upload-smart-tags/routes.ts';
import type { createUploadTagBody, uploadTagPage } from './upload-tags/contract.ts';
import type { createTrackBody, generateSubtitlesBody, uploadTrackEntity } from './upload-tracks/contract.ts';
import type {
  bulkDestroyBody,
  bulkSetCollectionBody,
  bulkTagBody,
  createUploadBody,
  updateUploadBody,
} from './uploads/contract.ts';
import type { uploadEntity } from './uploads/entity.ts';
import type { usageCounterEntity, usageCounterQuery } from './usage-counters/routes.ts';
import type { destroyUserQuery, updateUserBody, userEntity } from './users/contract.ts';
import type { meDocument } from './users/entity.ts';
import type {
  updateWhiteLabelSettingsBody,
  whiteLabelSettingsEntity,
} from './white-label-settings/routes.ts';
import type { createWorkflowBody, updateWorkflowBody, workflowEntity } from './workflows/contract.ts';

/** What an answer promises must be what the official client's types say; what those types let a caller send
 *  must be taken. The compiler is the test: it fails in `tsc`, not here. */
type Answer<Schema extends TSchema> = Static<Schema>;
type Body<Schema extends TSchema> = Static<Schema>;

describe('the contracts agree with the types of the official client', () => {
  it('for access tokens', () => {
    expectTypeOf<Answer<typeof accessTokenEntity>>().toExtend<RawApiTypes.AccessToken>();
    expectTypeOf<RawApiTypes.AccessTokenCreateSchema>().toExtend<Body<typeof createAccessTokenBody>>();
    expectTypeOf<RawApiTypes.AccessTokenUpdateSchema>().toExtend<Body<typeof updateAccessTokenBody>>();
    expectTypeOf<RawApiTypes.AccessTokenDestroyHrefSchema>().toExtend<Body<typeof destroyAccessTokenQuery>>();
  });

  it('for roles', () => {
    type Entity = Answer<typeof roleEntity>;
    // The client's types tell the rules of each action apart; ours are one shape with every key.
    type Rules = `${'positive' | 'negative'}_${'item_type' | 'upload'}_permissions`;
    expectTypeOf<Omit<Entity['attributes'], Rules>>().toExtend<Omit<RawApiTypes.RoleAttributes, Rules>>();
    expectTypeOf<Entity['relationships']>().toExtend<RawApiTypes.RoleRelationships>();
    expectTypeOf<Omit<Answer<typeof rolePermissions>, Rules>>().toExtend<
      Omit<RawApiTypes.RoleMeta['final_permissions'], Rules>
    >();
    expectTypeOf<RawApiTypes.RoleCreateSchema>().toExtend<Body<typeof createRoleBody>>();
    expectTypeOf<RawApiTypes.RoleUpdateSchema>().toExtend<Body<typeof updateRoleBody>>();
  });

  it('for collaborators and invitations', () => {
    expectTypeOf<Answer<typeof userEntity>>().toExtend<RawApiTypes.User>();
    expectTypeOf<RawApiTypes.UserUpdateSchema>().toExtend<Body<typeof updateUserBody>>();
    expectTypeOf<RawApiTypes.UserDestroyHrefSchema>().toExtend<Body<typeof destroyUserQuery>>();
    expectTypeOf<Answer<typeof invitationEntity>>().toExtend<RawApiTypes.SiteInvitation>();
    expectTypeOf<RawApiTypes.SiteInvitationCreateSchema>().toExtend<Body<typeof createInvitationBody>>();
    expectTypeOf<RawApiTypes.SiteInvitationUpdateSchema>().toExtend<Body<typeof updateInvitationBody>>();
  });

  it('for single sign-on', () => {
    expectTypeOf<Answer<typeof ssoUserEntity>>().toExtend<RawApiTypes.SsoUser>();
    expectTypeOf<RawApiTypes.SsoUserDestroyHrefSchema>().toExtend<Body<typeof destroyUserQuery>>();
    expectTypeOf<Answer<typeof ssoGroupEntity>>().toExtend<RawApiTypes.SsoGroup>();
    expectTypeOf<RawApiTypes.SsoGroupUpdateSchema>().toExtend<Body<typeof updateSsoGroupBody>>();
    expectTypeOf<Answer<typeof ssoSettingsEntity>>().toExtend<RawApiTypes.SsoSettings>();
    expectTypeOf<RawApiTypes.SsoSettingsUpdateSchema>().toExtend<Body<typeof updateSsoSettingsBody>>();
    expectTypeOf<{
      data: Answer<typeof ssoTokenEntity>;
    }>().toExtend<RawApiTypes.SsoSettingsGenerateTokenTargetSchema>();
  });

  it('for models and fieldsets', () => {
    expectTypeOf<Answer<typeof itemTypeEntity>>().toExtend<RawApiTypes.ItemType>();
    expectTypeOf<RawApiTypes.ItemTypeCreateSchema>().toExtend<Body<typeof createItemTypeBody>>();
    expectTypeOf<RawApiTypes.ItemTypeCreateHrefSchema>().toExtend<Body<typeof createItemTypeQuery>>();
    expectTypeOf<RawApiTypes.ItemTypeUpdateSchema>().toExtend<Body<typeof updateItemTypeBody>>();
    expectTypeOf<RawApiTypes.ItemTypeDestroyHrefSchema>().toExtend<Body<typeof destroyItemTypeQuery>>();
    expectTypeOf<Answer<typeof fieldsetEntity>>().toExtend<RawApiTypes.Fieldset>();
    expectTypeOf<RawApiTypes.FieldsetCreateSchema>().toExtend<Body<typeof createFieldsetBody>>();
    expectTypeOf<RawApiTypes.FieldsetUpdateSchema>().toExtend<Body<typeof updateFieldsetBody>>();
  });

  it('for fields', () => {
    type Entity = Answer<typeof fieldEntity>;
    // The client's type tells the settings of each field type apart; ours is one shape for all of them.
    type Particular =
      | 'field_type'
      | 'localized'
      | 'default_value'
      | 'validators'
      | 'appearance'
      | 'appeareance';
    expectTypeOf<Omit<Entity['attributes'], Particular>>().toExtend<
      Omit<RawApiTypes.FieldAttributes, Particular>
    >();
    expectTypeOf<Entity['attributes']['field_type']>().toExtend<RawApiTypes.FieldAttributes['field_type']>();
    expectTypeOf<Entity['relationships']>().toExtend<RawApiTypes.FieldRelationships>();
    expectTypeOf<RawApiTypes.FieldCreateSchema>().toExtend<Body<typeof createFieldBody>>();
    // Values are interfaces in the client's types, which have no index; any object is taken.
    type Sent = NonNullable<RawApiTypes.FieldUpdateSchema['data']['attributes']>;
    type Taken = NonNullable<Body<typeof updateFieldBody>['data']['attributes']>;
    expectTypeOf<Omit<Sent, 'default_value'>>().toExtend<Omit<Taken, 'default_value'>>();
  });

  it('for records and their versions', () => {
    expectTypeOf<Answer<typeof itemEntity>>().toExtend<RawApiTypes.Item>();
    expectTypeOf<Answer<typeof createdItemDocument>>().toExtend<RawApiTypes.ItemCreateTargetSchema>();
    expectTypeOf<
      Answer<typeof comparisonDocument>
    >().toExtend<RawApiTypes.ItemCurrentVsPublishedStateTargetSchema>();
    expectTypeOf<RawApiTypes.ItemCreateSchema>().toExtend<Body<typeof createItemBody>>();
    expectTypeOf<RawApiTypes.ItemUpdateSchema>().toExtend<Body<typeof updateItemBody>>();
    expectTypeOf<NonNullable<RawApiTypes.ItemPublishSchema>>().toExtend<Body<typeof publishItemBody>>();
    expectTypeOf<NonNullable<RawApiTypes.ItemUnpublishSchema>>().toExtend<Body<typeof unpublishItemBody>>();
    expectTypeOf<Answer<typeof itemVersionEntity>>().toExtend<RawApiTypes.ItemVersion>();
    expectTypeOf<Answer<typeof restoredDocument>>().toExtend<RawApiTypes.ItemVersionRestoreJobSchema>();
    expectTypeOf<Answer<typeof editingSessionEntity>>().toExtend<RawApiTypes.EditingSession>();
    expectTypeOf<RawApiTypes.EditingSessionUpdateSchema>().toExtend<Body<typeof updateEditingSessionBody>>();
  });

  it('for assets and their tracks', () => {
    type Entity = Answer<typeof uploadEntity>;
    // Projects whose focal points are localized get another shape, which the client's type does not know.
    expectTypeOf<Omit<Entity['attributes'], 'default_field_metadata'>>().toExtend<
      Omit<RawApiTypes.UploadAttributes, 'default_field_metadata'>
    >();
    expectTypeOf<Entity['relationships']>().toExtend<RawApiTypes.UploadRelationships>();
    expectTypeOf<Entity['meta']>().toExtend<RawApiTypes.UploadMeta>();
    expectTypeOf<RawApiTypes.UploadCreateSchema>().toExtend<Body<typeof createUploadBody>>();
    expectTypeOf<RawApiTypes.UploadUpdateSchema>().toExtend<Body<typeof updateUploadBody>>();
    expectTypeOf<Answer<typeof uploadRequestEntity>>().toExtend<RawApiTypes.UploadRequest>();
    expectTypeOf<RawApiTypes.UploadRequestCreateSchema>().toExtend<Body<typeof createUploadRequestBody>>();
    expectTypeOf<Answer<typeof uploadTrackEntity>>().toExtend<RawApiTypes.UploadTrack>();
    expectTypeOf<RawApiTypes.UploadTrackCreateSchema>().toExtend<Body<typeof createTrackBody>>();
    expectTypeOf<RawApiTypes.UploadTrackGenerateSubtitlesSchema>().toExtend<
      Body<typeof generateSubtitlesBody>
    >();
  });

  it('for the project', () => {
    type Entity = Answer<typeof siteDocument>['data'];
    expectTypeOf<Omit<Entity['attributes'], 'locales'>>().toExtend<
      Omit<RawApiTypes.SiteAttributes, 'locales'>
    >();
    expectTypeOf<Entity['relationships']>().toExtend<RawApiTypes.SiteRelationships>();
    expectTypeOf<Entity['meta']>().toExtend<RawApiTypes.SiteMeta>();
    expectTypeOf<RawApiTypes.SiteSelfHrefSchema>().toExtend<Body<typeof findSiteQuery>>();
    expectTypeOf<RawApiTypes.SiteUpdateSchema>().toExtend<Body<typeof updateSiteBody>>();
    expectTypeOf<RawApiTypes.SiteUpdateAssetsCdnDefaultSettingsSchema>().toExtend<
      Body<typeof assetsCdnBody>
    >();
    expectTypeOf<Answer<typeof publicInfoEntity>>().toExtend<RawApiTypes.PublicInfo>();
    expectTypeOf<Answer<typeof meDocument>['data']>().toExtend<RawApiTypes.UserMeTargetSchema['data']>();
  });

  it('for emoji suggestions', () => {
    expectTypeOf<Answer<typeof emojiSuggestionsEntity>>().toExtend<RawApiTypes.EmojiSuggestions>();
    expectTypeOf<RawApiTypes.EmojiSuggestionsSelfHrefSchema>().toExtend<Body<typeof emojiSuggestionsQuery>>();
  });

  it('for job results', () => {
    expectTypeOf<Answer<typeof jobResultDocument>>().toExtend<RawApiTypes.JobResultSelfTargetSchema>();
  });

  it('for plugins', () => {
    expectTypeOf<Answer<typeof pluginEntity>>().toExtend<RawApiTypes.Plugin>();
    expectTypeOf<RawApiTypes.PluginCreateSchema>().toExtend<Body<typeof createPluginBody>>();
    expectTypeOf<RawApiTypes.PluginUpdateSchema>().toExtend<Body<typeof updatePluginBody>>();
  });

  it('for both menus', () => {
    expectTypeOf<Answer<typeof menuItemEntity>>().toExtend<RawApiTypes.MenuItem>();
    expectTypeOf<RawApiTypes.MenuItemCreateSchema>().toExtend<Body<typeof createMenuItemBody>>();
    expectTypeOf<RawApiTypes.MenuItemUpdateSchema>().toExtend<Body<typeof updateMenuItemBody>>();
    expectTypeOf<Answer<typeof schemaMenuItemEntity>>().toExtend<RawApiTypes.SchemaMenuItem>();
    expectTypeOf<RawApiTypes.SchemaMenuItemCreateSchema>().toExtend<Body<typeof createSchemaMenuItemBody>>();
    expectTypeOf<RawApiTypes.SchemaMenuItemUpdateSchema>().toExtend<Body<typeof updateSchemaMenuItemBody>>();
  });

  it('for collections, tags and filters of assets', () => {
    expectTypeOf<Answer<typeof uploadCollectionEntity>>().toExtend<RawApiTypes.UploadCollection>();
    expectTypeOf<RawApiTypes.UploadCollectionCreateSchema>().toExtend<
      Body<typeof createUploadCollectionBody>
    >();
    expectTypeOf<RawApiTypes.UploadCollectionUpdateSchema>().toExtend<
      Body<typeof updateUploadCollectionBody>
    >();
    expectTypeOf<Answer<typeof uploadTagPage>>().toExtend<RawApiTypes.UploadTagInstancesTargetSchema>();
    expectTypeOf<
      Answer<typeof uploadSmartTagPage>
    >().toExtend<RawApiTypes.UploadSmartTagInstancesTargetSchema>();
    expectTypeOf<RawApiTypes.UploadTagCreateSchema>().toExtend<Body<typeof createUploadTagBody>>();
    expectTypeOf<Answer<typeof uploadFilterEntity>>().toExtend<RawApiTypes.UploadFilter>();
    expectTypeOf<RawApiTypes.UploadFilterCreateSchema>().toExtend<Body<typeof createUploadFilterBody>>();
    expectTypeOf<RawApiTypes.UploadFilterUpdateSchema>().toExtend<Body<typeof updateUploadFilterBody>>();
  });

  it('for changes of many entities at once', () => {
    expectTypeOf<Answer<typeof bulkAnswer>>().toExtend<RawApiTypes.ItemBulkPublishJobSchema>();
    expectTypeOf<RawApiTypes.UploadBulkTagSchema>().toExtend<Body<typeof bulkTagBody>>();
    expectTypeOf<RawApiTypes.UploadBulkSetUploadCollectionSchema>().toExtend<
      Body<typeof bulkSetCollectionBody>
    >();
    expectTypeOf<RawApiTypes.UploadBulkDestroySchema>().toExtend<Body<typeof bulkDestroyBody>>();
  });

  it('for filters of records', () => {
    type Entity = Answer<typeof itemTypeFilterEntity>;
    // The client's type wants at least one column; a list of ours says so where it is read, not in its type.
    expectTypeOf<Omit<Entity['attributes'], 'columns'>>().toExtend<
      Omit<RawApiTypes.ItemTypeFilterAttributes, 'columns'>
    >();
    expectTypeOf<Entity['relationships']>().toExtend<RawApiTypes.ItemTypeFilterRelationships>();
    expectTypeOf<RawApiTypes.ItemTypeFilterCreateSchema>().toExtend<Body<typeof createItemTypeFilterBody>>();
    expectTypeOf<RawApiTypes.ItemTypeFilterUpdateSchema>().toExtend<Body<typeof updateItemTypeFilterBody>>();
  });

  it('for workflows', () => {
    type Entity = Answer<typeof workflowEntity>;
    // The same of stages.
    expectTypeOf<Omit<Entity['attributes'], 'stages'>>().toExtend<
      Omit<RawApiTypes.WorkflowAttributes, 'stages'>
    >();
    expectTypeOf<Entity['attributes']['stages'][number]>().toExtend<
      RawApiTypes.WorkflowAttributes['stages'][number]
    >();
    expectTypeOf<RawApiTypes.WorkflowCreateSchema>().toExtend<Body<typeof createWorkflowBody>>();
    expectTypeOf<RawApiTypes.WorkflowUpdateSchema>().toExtend<Body<typeof updateWorkflowBody>>();
  });

  it('for planned publications and unpublishings', () => {
    expectTypeOf<Answer<typeof scheduledPublicationEntity>>().toExtend<RawApiTypes.ScheduledPublication>();
    expectTypeOf<RawApiTypes.ScheduledPublicationCreateSchema>().toExtend<
      Body<typeof schedulePublicationBody>
    >();
    expectTypeOf<Answer<typeof scheduledUnpublishingEntity>>().toExtend<RawApiTypes.ScheduledUnpublishing>();
    expectTypeOf<RawApiTypes.ScheduledUnpublishingCreateSchema>().toExtend<
      Body<typeof scheduleUnpublishingBody>
    >();
  });

  it('for usage', () => {
    expectTypeOf<Answer<typeof dailyUsageEntity>>().toExtend<RawApiTypes.DailyUsage>();
    expectTypeOf<Answer<typeof usageCounterEntity>>().toExtend<RawApiTypes.UsageCounter>();
    expectTypeOf<RawApiTypes.UsageCounterSelfHrefSchema>().toExtend<Static<typeof usageCounterQuery>>();
  });

  it('for limits, features and the words of the interface', () => {
    expectTypeOf<Answer<typeof subscriptionLimitEntity>>().toExtend<RawApiTypes.SubscriptionLimit>();
    expectTypeOf<Answer<typeof subscriptionFeatureEntity>>().toExtend<RawApiTypes.SubscriptionFeature>();
    expectTypeOf<Answer<typeof whiteLabelSettingsEntity>>().toExtend<RawApiTypes.WhiteLabelSettings>();
    expectTypeOf<RawApiTypes.WhiteLabelSettingsUpdateSchema>().toExtend<
      Body<typeof updateWhiteLabelSettingsBody>
    >();
  });

  it('for environments', () => {
    expectTypeOf<Answer<typeof environmentEntity>>().toExtend<RawApiTypes.Environment>();
    expectTypeOf<RawApiTypes.EnvironmentForkSchema>().toExtend<Body<typeof forkBody>>();
    expectTypeOf<RawApiTypes.EnvironmentForkHrefSchema>().toExtend<Body<typeof forkQuery>>();
    expectTypeOf<RawApiTypes.EnvironmentRenameSchema>().toExtend<Body<typeof renameBody>>();
    expectTypeOf<Answer<typeof maintenanceModeEntity>>().toExtend<RawApiTypes.MaintenanceMode>();
  });
});
