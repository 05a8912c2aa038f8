import {
  type DirectiveNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  type InlineFragmentNode,
  isCompositeType,
  isObjectType,
  isUnionType,
  Kind,
  SchemaMetaFieldDef,
  type SelectionNode,
  type SelectionSetNode,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
} from 'graphql';
import type { ReadVariable } from './arguments-cost.ts';

/** Where one response key is asked for, maybe several times. */
export interface AskedField {
  field: GraphQLField<unknown, unknown>;
  nodes: [FieldNode, ...FieldNode[]];
}

/** By response key. */
export type AskedFields = Map<string, AskedField>;

export interface Selecting {
  schema: GraphQLSchema;
  fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  variable: ReadVariable;
}

/** What is asked of any value, and what only of values of an object type. */
interface Asked {
  shared: AskedFields;
  byType: Map<string, AskedFields>;
}

export function askedFields(
  type: GraphQLCompositeType,
  sets: readonly SelectionSetNode[],
  query: Selecting,
): Asked {
  const asked: Asked = { shared: new Map(), byType: new Map() };
  for (const set of sets) collect(set, type, asked.shared, asked, query);
  return asked;
}

function collect(
  set: SelectionSetNode,
  type: GraphQLCompositeType,
  into: AskedFields,
  asked: Asked,
  query: Selecting,
): void {
  for (const selection of set.selections) {
    if (isLeftOut(selection, query.variable)) continue;
    if (selection.kind === Kind.FIELD) {
      addField(into, type, selection);
      continue;
    }
    const fragment =
      selection.kind === Kind.FRAGMENT_SPREAD ? query.fragments.get(selection.name.value) : selection;
    if (fragment) collectFragment(fragment, type, into, asked, query);
  }
}

/** A fragment on an object type narrows; one on an interface or a union says nothing new about an object. */
function collectFragment(
  { typeCondition, selectionSet }: FragmentDefinitionNode | InlineFragmentNode,
  type: GraphQLCompositeType,
  into: AskedFields,
  asked: Asked,
  query: Selecting,
): void {
  const condition = typeCondition && query.schema.getType(typeCondition.name.value);
  if (!isCompositeType(condition) || condition === type) {
    collect(selectionSet, type, into, asked, query);
  } else if (isObjectType(type)) {
    if (!isObjectType(condition)) collect(selectionSet, type, into, asked, query);
  } else if (isObjectType(condition)) {
    const own = asked.byType.get(condition.name) ?? new Map();
    asked.byType.set(condition.name, own);
    collect(selectionSet, condition, own, asked, query);
  } else {
    collect(selectionSet, condition, into, asked, query);
  }
}

function addField(into: AskedFields, type: GraphQLCompositeType, node: FieldNode): void {
  const key = node.alias?.value ?? node.name.value;
  const known = into.get(key);
  if (known) {
    known.nodes.push(node);
    return;
  }
  const field = fieldOf(type, node.name.value);
  if (field) into.set(key, { field, nodes: [node] });
}

const INTROSPECTION = new Map(
  [SchemaMetaFieldDef, TypeMetaFieldDef, TypeNameMetaFieldDef].map((field) => [field.name, field]),
);

function fieldOf(type: GraphQLCompositeType, name: string): GraphQLField<unknown, unknown> | undefined {
  return INTROSPECTION.get(name) ?? (isUnionType(type) ? undefined : type.getFields()[name]);
}

function isLeftOut({ directives }: SelectionNode, variable: ReadVariable): boolean {
  return (directives ?? []).some((directive) => {
    if (directive.name.value === 'skip') return conditionOf(directive, variable);
    return directive.name.value === 'include' && !conditionOf(directive, variable);
  });
}

function conditionOf({ arguments: given }: DirectiveNode, variable: ReadVariable): boolean {
  const value = given?.find(({ name }) => name.value === 'if')?.value;
  if (value?.kind === Kind.VARIABLE) return variable(value.name.value) === true;
  return value?.kind === Kind.BOOLEAN && value.value;
}
