import { type ASTNode, type FieldNode, type GraphQLError, Kind, print } from 'graphql';
import type { NodePlace } from './node-places.ts';
import { variableFacts } from './variable-facts.ts';
import type { ErrorFacts } from './worded-error.ts';

/** Rule by rule; undefined where nobody has seen the protocol's words. */
export function errorFacts(
  rule: string,
  error: GraphQLError,
  node: ASTNode,
  placeOf: (node: ASTNode) => NodePlace,
): ErrorFacts | undefined {
  const code = CODES[rule];
  const place = placeOf(node);
  switch (rule) {
    case 'FieldsOnCorrectTypeRule':
      return undefinedField(node as FieldNode, place.typeName);
    case 'KnownArgumentNamesRule':
      return node.kind === Kind.ARGUMENT ? unknownArgument(node.name.value, place.fieldName) : undefined;
    case 'ScalarLeafsRule':
      return selectionMismatch(node, place);
    case 'KnownTypeNamesRule':
      return place.variableName === ''
        ? undefinedType(nameOf(node))
        : undefinedInputType(nameOf(node), place);
    case 'KnownFragmentNamesRule':
      return { code: 'undefinedFragment', message: `Fragment ${nameOf(node)} was used, but not defined` };
    case 'NoUnusedFragmentsRule':
      return { code: 'useAndDefineFragment', message: `Fragment ${nameOf(node)} was defined, but not used` };
    case 'ValuesOfCorrectTypeRule':
      return { code: 'argumentLiteralsIncompatible', message: wrongValue(node, place) };
    case 'NoUnusedVariablesRule':
    case 'NoUndefinedVariablesRule':
      return variableFacts(rule, node, place.operation);
    case 'VariablesInAllowedPositionRule':
      return mismatchedVariable(error, placeOf(error.nodes?.[1] ?? node));
    default:
      return code === undefined ? undefined : { code, message: error.message.replaceAll('"', "'") };
  }
}

const CODES: Readonly<Record<string, string>> = {
  ProvidedRequiredArgumentsRule: 'missingRequiredArguments',
  VariablesAreInputTypesRule: 'variableRequiresValidType',
  FragmentsOnCompositeTypesRule: 'fragmentOnNonCompositeType',
  PossibleFragmentSpreadsRule: 'cannotSpreadFragment',
  NoFragmentCyclesRule: 'infiniteLoop',
  KnownDirectivesRule: 'undefinedDirective',
  UniqueArgumentNamesRule: 'argumentNotUnique',
  UniqueInputFieldNamesRule: 'inputFieldNotUnique',
  UniqueVariableNamesRule: 'variableNotUnique',
  UniqueFragmentNamesRule: 'fragmentNotUnique',
  UniqueOperationNamesRule: 'uniquelyNamedOperations',
  LoneAnonymousOperationRule: 'uniquelyNamedOperations',
};

function undefinedField({ name }: FieldNode, typeName: string): ErrorFacts {
  const fieldName = name.value;
  return {
    code: 'undefinedField',
    message: `Field '${fieldName}' doesn't exist on type '${typeName}'`,
    details: { typeName, fieldName },
  };
}

function unknownArgument(argumentName: string, fieldName: string): ErrorFacts {
  return {
    code: 'argumentNotAccepted',
    message: `Field '${fieldName}' doesn't accept argument '${argumentName}'`,
    details: { name: fieldName, typeName: 'Field', argumentName },
  };
}

/** The node is the field without a selection, or the selection that should not be there. */
function selectionMismatch(node: ASTNode, { fieldName: name, fieldType }: NodePlace): ErrorFacts {
  const message =
    node.kind === Kind.SELECTION_SET
      ? `Selections can't be made on scalars (field '${name}' returns ${fieldType} but has selections)`
      : `Field must have selections (field '${name}' returns ${fieldType} but has no selections. Did you mean '${name} { ... }'?)`;
  return {
    code: 'selectionMismatch',
    message,
    details: { nodeName: `field '${name}'`, typeName: fieldType },
  };
}

function undefinedType(typeName: string): ErrorFacts {
  return {
    code: 'undefinedType',
    message: `No such type ${typeName}, so it can't be a fragment condition`,
    details: { typeName },
  };
}

function undefinedInputType(typeName: string, { variableName }: NodePlace): ErrorFacts {
  return {
    code: 'variableRequiresValidType',
    message: `${typeName} isn't a defined input type (on $${variableName})`,
    details: { typeName, variableName },
  };
}

function wrongValue(node: ASTNode, { argumentName, fieldName, inputObject, inputType }: NodePlace): string {
  if (node.kind === Kind.OBJECT_FIELD) {
    return `InputObject '${inputType}' doesn't accept argument '${node.name.value}'`;
  }
  const owner = inputObject === '' ? `Field '${fieldName}'` : `InputObject '${inputObject}'`;
  return `Argument '${argumentName}' on ${owner} has an invalid value (${print(node)}). Expected type '${inputType}'.`;
}

function mismatchedVariable({ message }: GraphQLError, { argumentName, inputType }: NodePlace): ErrorFacts {
  const [, variableName = '', typeName = ''] = /^Variable "\$(\w+)" of type "([^"]+)"/.exec(message) ?? [];
  return {
    code: 'variableMismatch',
    message: `Type mismatch on variable $${variableName} and argument ${argumentName} (${typeName} / ${inputType})`,
    details: { variableName, typeName, argumentName, errorMessage: 'Type mismatch' },
  };
}

function nameOf(node: ASTNode): string {
  if ('name' in node && node.name && 'value' in node.name) return String(node.name.value);
  return node.kind === Kind.NAME ? node.value : '';
}
