import { GraphQLObjectType } from 'graphql';
import { requiredField } from './field-config.ts';
import { IntType } from './scalars.ts';

export const CollectionMetadata = new GraphQLObjectType({
  name: 'CollectionMetadata',
  fields: { count: requiredField<{ count: number }>(IntType, ({ count }) => count) },
});
