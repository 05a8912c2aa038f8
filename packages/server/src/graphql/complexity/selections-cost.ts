import {
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  type SelectionSetNode,
} from 'graphql';
import { COSTS, type FieldCost } from '../schema/costs.ts';
import { argumentsCost, pageSize, type ReadVariable } from './arguments-cost.ts';
import { type AskedField, type AskedFields, askedFields, type Selecting } from './asked-fields.ts';

export interface Query extends Selecting {
  schema: GraphQLSchema;
  variable: ReadVariable;
}

/** What is asked of a value of this type. Where it may be one of several, the costliest counts. */
export function selectionsCost(
  type: GraphQLCompositeType,
  sets: readonly SelectionSetNode[],
  query: Query,
): number {
  const { shared, byType } = askedFields(type, sets, query);
  const sharedCost = total([...shared.values()].map((asked) => fieldCost(asked, query)));
  const ownCosts = [...byType.values()].map((own) => ownCost(own, shared, query));
  return sharedCost + ownCosts.reduce((a, b) => Math.max(a, b), 0);
}

/** What a type's own fields add to those that are asked of any type. A field that is among both is paid for there;
 *  only what is asked below it comes on top. To look for repetitions down there would take time by the product
 *  of both. */
function ownCost(own: AskedFields, shared: AskedFields, query: Query): number {
  const costs = [...own].map(([key, asked]) =>
    shared.has(key) ? innerCost(asked, query) : fieldCost(asked, query),
  );
  return total(costs);
}

function fieldCost(asked: AskedField, query: Query): number {
  const { field, nodes } = asked;
  return costOf(field).base + argumentsCost(field, nodes[0], query.variable) + innerCost(asked, query);
}

function innerCost({ field, nodes }: AskedField, query: Query): number {
  const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
  const type = getNamedType(field.type);
  if (sets.length === 0 || !isCompositeType(type)) return 0;
  const { each } = costOf(field);
  const times = each === 'page' ? pageSize(field, nodes[0], query.variable) : each;
  return times * selectionsCost(type, sets, query);
}

function costOf(field: GraphQLField<unknown, unknown>): FieldCost {
  return (field.extensions.cost as FieldCost | undefined) ?? COSTS.plain; // only our own schema says so
}

function total(costs: readonly number[]): number {
  return costs.reduce((a, b) => a + b, 0);
}
