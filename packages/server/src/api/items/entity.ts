import { Type } from '@sinclair/typebox';
import { itemTypeEntity } from '#api/item-types/entity.ts';
import { scheduledPublicationEntity, scheduledUnpublishingEntity } from '#api/schedules/contract.ts';
import { anyObject, linkTo, linkToCreator, linkToMaybe, nullable, oneOf } from '#http/document.ts';

const moment = Type.String();

/** A record as endpoints answer with it: values by the API keys of its model's fields. */
export const itemEntity = Type.Object({
  type: Type.Literal('item'),
  id: Type.String(),
  attributes: anyObject,
  relationships: Type.Object({ item_type: linkTo('item_type'), creator: linkToCreator }),
  meta: Type.Object({
    created_at: moment,
    updated_at: moment,
    published_at: nullable(moment),
    first_published_at: nullable(moment),
    publication_scheduled_at: nullable(moment),
    unpublishing_scheduled_at: nullable(moment),
    status: nullable(oneOf(['draft', 'updated', 'published'])),
    is_valid: Type.Boolean(),
    is_current_version_valid: nullable(Type.Boolean()),
    is_published_version_valid: nullable(Type.Boolean()),
    current_version: Type.String(),
    stage: nullable(Type.String()),
    has_children: nullable(Type.Boolean()),
  }),
});

/** With a record of a single-instance model its model comes along. */
export const createdItemDocument = Type.Object({
  data: itemEntity,
  included: Type.Array(itemTypeEntity),
});

const locales = Type.Array(Type.String());

export const comparisonDocument = Type.Object({
  data: Type.Object({
    type: Type.Literal('item_current_vs_published_state'),
    id: Type.String(),
    attributes: Type.Object({
      current_version_locales: locales,
      published_version_locales: locales,
      changed_locales: locales,
      added_locales: locales,
      removed_locales: locales,
      non_localized_fields_changed: Type.Boolean(),
      current_version_invalid_locales: locales,
      current_version_non_localized_fields_invalid: Type.Boolean(),
    }),
    relationships: Type.Object({
      scheduled_publication: linkToMaybe('scheduled_publication'),
      scheduled_unpublishing: linkToMaybe('scheduled_unpublishing'),
      published_version: linkToMaybe('item_version'),
    }),
  }),
  included: Type.Array(Type.Union([scheduledPublicationEntity, scheduledUnpublishingEntity])),
});
