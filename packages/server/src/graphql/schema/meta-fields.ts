import type { ItemType } from '@recto/content/schema/item-type';
import { GraphQLList, GraphQLNonNull, GraphQLObjectType, GraphQLString } from 'graphql';
import type { RecordSource } from '../delivery-context.ts';
import { recordEditingUrl } from '../resolve/editing-url.ts';
import { isValid, localesOf, recordMoment, recordStatus } from '../resolve/record-meta.ts';
import { seoMetaTags, type TagSource } from '../resolve/seo-meta-tags.ts';
import { localeArgument } from './arguments.ts';
import { COSTS } from './costs.ts';
import { ItemStatusType, siteLocaleType } from './enums.ts';
import { type Fields, field, fullListOf, nonNullIf, requiredField } from './field-config.ts';
import { BooleanType, dateTimeType, ItemId, MetaTagAttributes } from './scalars.ts';
import type { SchemaScope } from './scope.ts';

/** What every record and every block tells about itself, in the order of the names. */
export function metaFields(scope: SchemaScope): Fields<RecordSource> {
  return scope.once('meta fields', () => {
    const DateTime = dateTimeType(scope);
    // A valid published record has been published.
    const isPublished = scope.strict && scope.version === 'published';
    return {
      _createdAt: requiredField(DateTime, recordMoment('createdAt')),
      _editingUrl: field(GraphQLString, recordEditingUrl, 'Editing URL'),
      _firstPublishedAt: field(nonNullIf(isPublished, DateTime), recordMoment('firstPublishedAt')),
      _isValid: requiredField(BooleanType, isValid),
      _modelApiKey: requiredField(GraphQLString, ({ itemType }) => itemType.apiKey),
      _publicationScheduledAt: field(DateTime, recordMoment('publicationScheduledAt')),
      _publishedAt: field(nonNullIf(isPublished, DateTime), recordMoment('publishedAt')),
      _seoMetaTags: {
        type: fullListOf(TagType),
        description: 'Generates SEO and Social card meta tags to be used in your frontend',
        args: localeArgument(scope),
        extensions: { cost: COSTS.heavy },
        resolve: seoMetaTags,
      },
      _status: requiredField(ItemStatusType, ({ item }) => recordStatus(item)),
      _unpublishingScheduledAt: field(DateTime, recordMoment('unpublishingScheduledAt')),
      _updatedAt: requiredField(DateTime, recordMoment('updatedAt')),
      id: requiredField(ItemId, ({ id }) => id),
    } satisfies Fields<RecordSource>;
  });
}

/** `_locales`, on models that have something to localize. */
export function localesField(scope: SchemaScope, itemType: ItemType): Fields<RecordSource> {
  const isLocalized = scope.schema.fieldsOf(itemType.id).some((field) => field.localized);
  if (!isLocalized) return {};
  const type = new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(siteLocaleType(scope))));
  return { _locales: field(type, localesOf) };
}

/** One element of a page's head. */
export const TagType = new GraphQLObjectType({
  name: 'Tag',
  fields: {
    attributes: field<TagSource>(MetaTagAttributes, (tag) => tag.attributes),
    content: field<TagSource>(GraphQLString, (tag) => tag.content),
    tag: requiredField<TagSource>(GraphQLString, (tag) => tag.tag),
  },
});
