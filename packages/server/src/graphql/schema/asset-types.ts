import { GraphQLInterfaceType, GraphQLObjectType } from 'graphql';
import type { DeliveryContext, UploadSource } from '../delivery-context.ts';
import { assetFields } from './asset-fields.ts';
import type { AssetPromise } from './asset-promise.ts';
import type { SchemaScope } from './scope.ts';

/** `FileField`, or under strict mode a type of its own for each set of promises: `ImageAltFileField`. */
export function assetType(scope: SchemaScope, promise: AssetPromise = {}): GraphQLObjectType {
  const name = `${promise.kind ?? ''}${promise.alt ? 'Alt' : ''}${promise.title ? 'Title' : ''}FileField`;
  return scope.once(
    name,
    () =>
      new GraphQLObjectType<UploadSource, DeliveryContext>({
        name,
        interfaces: () => [assetInterface(scope)],
        fields: () => assetFields(scope, promise),
      }),
  );
}

function assetInterface(scope: SchemaScope): GraphQLInterfaceType {
  return scope.once(
    'FileFieldInterface',
    (name) =>
      new GraphQLInterfaceType({
        name,
        fields: () => assetFields(scope, {}),
        // Never asked: no field answers the interface, so the object type is always known.
        resolveType: () => 'FileField',
      }),
  );
}
