import {
  type ArgumentNode,
  type FieldNode,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  getNamedType,
  isInputObjectType,
  Kind,
  type ValueNode,
} from 'graphql';
import { LARGEST_PAGE } from '../resolve/list-arguments.ts';
import type { ArgumentCost } from '../schema/costs.ts';

/** The value of a variable, with its default. */
export type ReadVariable = (name: string) => unknown;

type Field = GraphQLField<unknown, unknown>;

/** Filters by their operators, orders by their keys, the rest by what their definition says. */
export function argumentsCost(field: Field, node: FieldNode, variable: ReadVariable): number {
  let cost = 0;
  for (const given of node.arguments ?? []) {
    const argument = field.args.find(({ name }) => name === given.name.value);
    if (argument) cost += argumentCost(argument, given, variable);
  }
  return cost;
}

/** Beyond the largest page there is no answer, whatever it would have cost. */
export function pageSize(field: Field, node: FieldNode, variable: ReadVariable): number {
  const argument = field.args.find((candidate) => costOf(candidate)?.page);
  const given = node.arguments?.find(({ name }) => name.value === argument?.name)?.value;
  const size = given?.kind === Kind.INT ? Number(given.value) : variableValue(given, variable);
  const asked = typeof size === 'number' ? size : Number(argument?.defaultValue ?? 0);
  return Math.max(0, Math.min(asked, LARGEST_PAGE));
}

function argumentCost(argument: GraphQLArgument, { value }: ArgumentNode, variable: ReadVariable): number {
  const cost = costOf(argument);
  if (cost?.entry) return cost.entry * countEntries(value, variable);
  if (cost?.whenTrue) return isTrue(value, variable) ? cost.whenTrue : 0;
  return literalCost(argument.type, value, variable);
}

function costOf({ extensions }: GraphQLArgument): ArgumentCost | undefined {
  return extensions.cost as ArgumentCost | undefined; // only our own schema says so
}

function variableValue(node: ValueNode | undefined, variable: ReadVariable): unknown {
  return node?.kind === Kind.VARIABLE ? variable(node.name.value) : undefined;
}

function isTrue(node: ValueNode, variable: ReadVariable): boolean {
  return node.kind === Kind.BOOLEAN ? node.value : variableValue(node, variable) === true;
}

/** A bare value stands for a list of one. */
function countEntries(node: ValueNode, variable: ReadVariable): number {
  if (node.kind === Kind.LIST) return node.values.length;
  if (node.kind === Kind.NULL) return 0;
  if (node.kind !== Kind.VARIABLE) return 1;
  const value = variable(node.name.value) ?? [];
  return Array.isArray(value) ? value.length : 1;
}

/** Variables deep inside change nothing, unless they stand for operators themselves. */
function literalCost(type: GraphQLInputType, node: ValueNode, variable: ReadVariable): number {
  const input = getNamedType(type);
  if (!isInputObjectType(input)) return 0;
  if (node.kind === Kind.VARIABLE) return valueCost(input, variable(node.name.value));
  if (node.kind === Kind.LIST) {
    return node.values.reduce((sum, entry) => sum + literalCost(type, entry, variable), 0);
  }
  if (node.kind !== Kind.OBJECT) return 0;
  return node.fields.reduce((sum, { name, value }) => {
    const member = input.getFields()[name.value];
    return member ? sum + memberCost(member) + literalCost(member.type, value, variable) : sum;
  }, 0);
}

function valueCost(input: GraphQLInputObjectType, value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, entry) => sum + valueCost(input, entry), 0);
  if (typeof value !== 'object' || value === null) return 0;
  return Object.entries(value).reduce((sum, [name, entry]) => {
    const member = input.getFields()[name];
    const type = member && getNamedType(member.type);
    const inner = isInputObjectType(type) ? valueCost(type, entry) : 0;
    return member ? sum + memberCost(member) + inner : sum;
  }, 0);
}

function memberCost({ extensions }: { extensions: Readonly<Record<string, unknown>> }): number {
  return Number(extensions.cost ?? 0);
}
