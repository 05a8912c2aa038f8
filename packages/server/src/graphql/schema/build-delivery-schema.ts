import { GraphQLSchema } from 'graphql';
import { compareNames } from './names.ts';
import { queryType } from './query-type.ts';
import { recordType } from './record-type.ts';
import { type DeliverySchemaOptions, openScope } from './scope.ts';

/** The schema of the delivery API for one environment and one kind of caller: a model that the caller cannot
 *  read leaves no trace in it. */
export function buildDeliverySchema(options: DeliverySchemaOptions): GraphQLSchema {
  // Made of our own parts only, so that checking it at every start would tell nothing; a test checks.
  const schema = new GraphQLSchema({ query: queryType(openScope(options, recordType)), assumeValid: true });
  sortTypes(schema);
  return schema;
}

/** Introspection lists types as the map holds them, and the published schemas list them by name. */
function sortTypes(schema: GraphQLSchema): void {
  const types = schema.getTypeMap();
  const sorted = Object.values(types).sort(compareNames);
  for (const { name } of sorted) delete types[name];
  for (const type of sorted) types[type.name] = type;
}
