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
  const costs = new Map([...shared].map(([key, asked]) => [key, fieldCost(asked, query)]));
  const sharedCost = total(costs.values());
  let greatest = sharedCost;
  for (const own of byType.values()) {
    greatest = Math.max(greatest, sharedCost + ownCost(own, shared, costs, query));
  }
  return greatest;
}

/** What a type's own fields add to those that are asked of any type. */
function ownCost(
  own: AskedFields,
  shared: AskedFields,
  sharedCosts: ReadonlyMap<string, number>,
  query: Query,
): number {
  const costs = [...own].map(([key, asked]) => {
    const before = shared.get(key);
    if (!before) return fieldCost(asked, query);
    const [first, ...others] = before.nodes;
    const together: AskedField = { field: asked.field, nodes: [first, ...others, ...asked.nodes] };
    return fieldCost(together, query) - (sharedCosts.get(key) ?? 0);
  });
  return total(costs);
}

function fieldCost({ field, nodes }: AskedField, query: Query): number {
  const [node] = nodes;
  const { base, each } = costOf(field);
  const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
  const type = getNamedType(field.type);
  const inner = sets.length > 0 && isCompositeType(type) ? selectionsCost(type, sets, query) : 0;
  const times = each === 'page' ? pageSize(field, node, query.variable) : each;
  return base + argumentsCost(field, node, query.variable) + times * inner;
}

function costOf(field: GraphQLField<unknown, unknown>): FieldCost {
  return (field.extensions.cost as FieldCost | undefined) ?? COSTS.plain; // only our own schema says so
}

function total(costs: Iterable<number>): number {
  let sum = 0;
  for (const cost of costs) sum += cost;
  return sum;
}
