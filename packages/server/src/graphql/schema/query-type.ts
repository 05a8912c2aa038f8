import type { ItemType } from '@recto/content/schema/item-type';
import { GraphQLNonNull, GraphQLObjectType } from 'graphql';
import type { DeliveryContext } from '../delivery-context.ts';
import { countRecords, findRecord, findSingleton, listRecords } from '../resolve/records.ts';
import { findSite } from '../resolve/site.ts';
import { countUploads, findUpload, listUploads } from '../resolve/uploads.ts';
import {
  filterArgument,
  localeArgument,
  localeArguments,
  orderByArgument,
  pageArguments,
} from './arguments.ts';
import { assetType } from './asset-types.ts';
import { CollectionMetadata } from './collection-metadata.ts';
import { COSTS } from './costs.ts';
import { type Fields, fullListOf } from './field-config.ts';
import { modelFilter, uploadFilter } from './model-filter.ts';
import { fieldName, pluralStem, sortedByName } from './names.ts';
import { modelOrderBy, uploadOrderBy } from './order-by.ts';
import type { SchemaScope } from './scope.ts';
import { siteType } from './site-type.ts';

type RootFields = Fields<unknown>;

/** Models first, so that the names every project has cannot be taken from it. */
export function queryType(scope: SchemaScope): GraphQLObjectType {
  const models = scope.models.map((itemType) =>
    itemType.singleton ? singletonField(scope, itemType) : collectionFields(scope, itemType),
  );
  return new GraphQLObjectType<unknown, DeliveryContext>({
    name: 'Query',
    description: 'The query root for this schema',
    fields: () =>
      sortedByName<RootFields[string]>(Object.assign({}, ...models, uploadFields(scope), siteField(scope))),
  });
}

function singletonField(scope: SchemaScope, itemType: ItemType): RootFields {
  return {
    [fieldName(itemType.apiKey)]: {
      type: scope.recordType(itemType),
      description: 'Returns the single instance record',
      args: localeArguments(scope),
      extensions: { cost: COSTS.singleton },
      resolve: findSingleton(itemType),
    },
  };
}

function collectionFields(scope: SchemaScope, itemType: ItemType): RootFields {
  const type = scope.recordType(itemType);
  const filter = modelFilter(scope, itemType);
  const order = modelOrderBy(scope, itemType);
  const filtered = filterArgument(filter.type);
  const ordered = orderByArgument(order.type, order.byDefault);
  const plural = `all${pluralStem(itemType.apiKey)}`;
  return {
    [`_${plural}Meta`]: {
      type: new GraphQLNonNull(CollectionMetadata),
      description: 'Returns meta information regarding a record collection',
      args: { ...localeArgument(scope), ...filtered },
      extensions: { cost: COSTS.count },
      resolve: countRecords(itemType, filter),
    },
    [plural]: {
      type: fullListOf(type),
      description: 'Returns a collection of records',
      args: { ...localeArguments(scope), ...pageArguments, ...filtered, ...ordered },
      extensions: { cost: COSTS.collection },
      resolve: listRecords(itemType, filter, order),
    },
    [fieldName(itemType.apiKey)]: {
      type,
      description: 'Returns a specific record',
      args: { ...localeArguments(scope), ...filtered, ...ordered },
      extensions: { cost: COSTS.oneOfMany },
      resolve: findRecord(itemType, filter, order),
    },
  };
}

function uploadFields(scope: SchemaScope): RootFields {
  const type = assetType(scope);
  const filter = uploadFilter(scope);
  const order = uploadOrderBy(scope);
  const filtered = filterArgument(filter.type);
  const ordered = orderByArgument(order.type, order.byDefault);
  return {
    _allUploadsMeta: {
      type: new GraphQLNonNull(CollectionMetadata),
      description: 'Returns meta information regarding an assets collection',
      args: { ...localeArgument(scope), ...filtered },
      extensions: { cost: COSTS.count },
      resolve: countUploads(filter),
    },
    allUploads: {
      type: fullListOf(type),
      description: 'Returns a collection of assets',
      args: { ...localeArguments(scope), ...pageArguments, ...filtered, ...ordered },
      extensions: { cost: COSTS.collection },
      resolve: listUploads(filter, order),
    },
    upload: {
      type,
      description: 'Returns a specific asset',
      args: { ...localeArguments(scope), ...filtered, ...ordered },
      extensions: { cost: COSTS.oneOfMany },
      resolve: findUpload(filter, order),
    },
  };
}

function siteField(scope: SchemaScope): RootFields {
  return {
    _site: {
      type: new GraphQLNonNull(siteType(scope)),
      description: 'Returns the single instance record',
      args: localeArguments(scope),
      extensions: { cost: COSTS.site },
      resolve: findSite,
    },
  };
}
