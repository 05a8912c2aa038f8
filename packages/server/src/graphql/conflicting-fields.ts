import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLFormattedError,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  Kind,
  print,
  type SelectionSetNode,
} from 'graphql';
import { locationsOf } from './source-locations.ts';

/** Fields looked at before a query counts as too tangled to be checked. */
const MOST_WORK = 200_000;

interface Check {
  schema: GraphQLSchema;
  fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** Numbers given to selection sets, to know a combination again. */
  numbers: Map<SelectionSetNode, number>;
  seen: Set<string>;
  /** Fields that may still be looked at. */
  work: number;
  errors: GraphQLFormattedError[];
}

/**
 * Two fields of one object may share a response key only when they are the same field with the same arguments.
 * Looks at each object type as execution will: fields of different types never meet in one answer, so they may
 * differ in everything. Call it only with a document that is otherwise valid.
 */
export function conflictingFields(
  schema: GraphQLSchema,
  document: DocumentNode,
  budget = MOST_WORK,
): GraphQLFormattedError[] {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const check: Check = { schema, fragments, numbers: new Map(), seen: new Set(), work: budget, errors: [] };
  const query = schema.getQueryType();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.OPERATION_DEFINITION && query) {
      checkComposite(check, query, [definition.selectionSet]);
    }
  }
  return check.errors;
}

function checkComposite(check: Check, type: GraphQLCompositeType, sets: readonly SelectionSetNode[]): void {
  const numbers = sets.map((set) => numberOf(check, set)).sort((a, b) => a - b);
  const combination = `${type.name} ${[...new Set(numbers)].join()}`;
  if (check.seen.has(combination)) return;
  check.seen.add(combination);
  const types = isAbstractType(type) ? check.schema.getPossibleTypes(type) : [type as GraphQLObjectType];
  for (const objectType of types) {
    if (check.errors.length === 0) checkObject(check, objectType, sets);
  }
}

function checkObject(check: Check, type: GraphQLObjectType, sets: readonly SelectionSetNode[]): void {
  const fields = new Map<string, FieldNode[]>();
  const spread = new Set<string>();
  for (const set of sets) collectFields(check, type, set, fields, spread);
  const definitions = type.getFields();
  for (const [key, nodes] of fields) {
    const [first, ...others] = nodes;
    if (!first) continue;
    const other = others.find((node) => !isSameField(node, first));
    if (other) {
      reportConflict(check, key, first, other);
      return;
    }
    const definition = definitions[first.name.value];
    const below = definition && getNamedType(definition.type);
    if (!below || !isCompositeType(below)) continue;
    checkComposite(
      check,
      below,
      nodes.flatMap((node) => node.selectionSet ?? []),
    );
  }
}

function collectFields(
  check: Check,
  type: GraphQLObjectType,
  set: SelectionSetNode,
  fields: Map<string, FieldNode[]>,
  spread: Set<string>,
): void {
  for (const selection of set.selections) {
    check.work -= 1;
    if (check.work < 0) {
      reportTangle(check);
      return;
    }
    if (selection.kind === Kind.FIELD) {
      const key = selection.alias?.value ?? selection.name.value;
      const nodes = fields.get(key);
      if (nodes) nodes.push(selection);
      else fields.set(key, [selection]);
      continue;
    }
    const fragment =
      selection.kind === Kind.FRAGMENT_SPREAD
        ? spreadFragment(check, selection.name.value, spread)
        : selection;
    if (fragment && applies(check, fragment.typeCondition?.name.value, type)) {
      collectFields(check, type, fragment.selectionSet, fields, spread);
    }
  }
}

/** Undefined the second time: its fields are there already. */
function spreadFragment(check: Check, name: string, spread: Set<string>): FragmentDefinitionNode | undefined {
  if (spread.has(name)) return undefined;
  spread.add(name);
  return check.fragments.get(name);
}

function applies({ schema }: Check, typeName: string | undefined, type: GraphQLObjectType): boolean {
  if (typeName === undefined || typeName === type.name) return true;
  const condition = schema.getType(typeName);
  return isAbstractType(condition) && schema.isSubType(condition, type);
}

function isSameField(one: FieldNode, other: FieldNode): boolean {
  return one.name.value === other.name.value && argumentsOf(one) === argumentsOf(other);
}

function argumentsOf({ arguments: given }: FieldNode): string {
  return (given ?? [])
    .map((argument) => print(argument))
    .sort()
    .join('\n');
}

function numberOf({ numbers }: Check, set: SelectionSetNode): number {
  const number = numbers.get(set) ?? numbers.size;
  numbers.set(set, number);
  return number;
}

function reportConflict(check: Check, key: string, one: FieldNode, other: FieldNode): void {
  const isName = one.name.value !== other.name.value;
  const kind = isName ? 'field' : 'argument';
  const sides = isName
    ? `${one.name.value} or ${other.name.value}`
    : `${argumentsOf(one) || '{}'} or ${argumentsOf(other) || '{}'}`;
  check.errors.push({
    message: `Field '${key}' has ${isName ? 'a field' : 'an argument'} conflict: ${sides}?`,
    locations: locationsOf([one, other]),
    path: [],
    extensions: { code: 'fieldConflict', fieldName: key, conflicts: sides, kind },
  });
}

function reportTangle(check: Check): void {
  if (check.errors.length > 0) return;
  check.errors.push({
    message: 'Query repeats too many fields to be checked',
    extensions: { code: 'maxComplexity' },
  });
}
