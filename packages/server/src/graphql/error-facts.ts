import {
  type ASTNode,
  type ASTVisitor,
  type DocumentNode,
  type FieldNode,
  type GraphQLError,
  type GraphQLSchema,
  Kind,
  print,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { variableFacts } from './variable-facts.ts';
import type { ErrorFacts } from './worded-error.ts';

/** Rule by rule; undefined where nobody has seen the protocol's words. */
export function errorFacts(
  rule: string,
  error: GraphQLError,
  node: ASTNode,
  schema: GraphQLSchema,
  document: DocumentNode,
): ErrorFacts | undefined {
  const code = CODES[rule];
  const place = placeOf(node, schema, document);
  switch (rule) {
    case 'FieldsOnCorrectTypeRule':
      return undefinedField(node as FieldNode, place.typeName);
    case 'KnownArgumentNamesRule':
      return node.kind === Kind.ARGUMENT ? unknownArgument(node.name.value, place.fieldName) : undefined;
    case 'ScalarLeafsRule':
      return selectionMismatch(node, place);
    case 'KnownTypeNamesRule':
      return undefinedType(nameOf(node));
    case 'KnownFragmentNamesRule':
      return { code: 'undefinedFragment', message: `Fragment ${nameOf(node)} was used, but not defined` };
    case 'NoUnusedFragmentsRule':
      return { code: 'useAndDefineFragment', message: `Fragment ${nameOf(node)} was defined, but not used` };
    case 'ValuesOfCorrectTypeRule':
      return { code: 'argumentLiteralsIncompatible', message: wrongValue(node, place) };
    case 'NoUnusedVariablesRule':
    case 'NoUndefinedVariablesRule':
      return variableFacts(rule, node, document);
    case 'VariablesInAllowedPositionRule':
      return mismatchedVariable(error, placeOf(error.nodes?.[1] ?? node, schema, document));
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

/** Where a node stands among the types. */
interface Place {
  /** The type whose field, and the field whose argument, is looked at. */
  typeName: string;
  fieldName: string;
  fieldType: string;
  argumentName: string;
  /** The input object whose member is looked at; empty for an argument itself. */
  inputObject: string;
  inputType: string;
}

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
function selectionMismatch(node: ASTNode, { fieldName: name, fieldType }: Place): ErrorFacts {
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

function wrongValue(node: ASTNode, { argumentName, fieldName, inputObject, inputType }: Place): string {
  if (node.kind === Kind.OBJECT_FIELD) {
    return `InputObject '${inputType}' doesn't accept argument '${node.name.value}'`;
  }
  const owner = inputObject === '' ? `Field '${fieldName}'` : `InputObject '${inputObject}'`;
  return `Argument '${argumentName}' on ${owner} has an invalid value (${print(node)}). Expected type '${inputType}'.`;
}

function mismatchedVariable({ message }: GraphQLError, { argumentName, inputType }: Place): ErrorFacts {
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

function placeOf(wanted: ASTNode, schema: GraphQLSchema, document: DocumentNode): Place {
  const info = new TypeInfo(schema);
  let place: Place = {
    typeName: '',
    fieldName: '',
    fieldType: '',
    argumentName: '',
    inputObject: '',
    inputType: '',
  };
  const look: ASTVisitor = {
    enter(node, _key, parent, _path, ancestors) {
      if (node !== wanted) return undefined;
      const around = [...ancestors, parent].filter((one): one is ASTNode => !!one && 'kind' in one);
      const member = around.findLast(({ kind }) => kind === Kind.ARGUMENT || kind === Kind.OBJECT_FIELD);
      const isInside = member?.kind === Kind.OBJECT_FIELD;
      place = {
        typeName: info.getParentType()?.name ?? '',
        fieldName: info.getFieldDef()?.name ?? '',
        fieldType: String(info.getType() ?? ''),
        argumentName: isInside ? nameOf(member) : (info.getArgument()?.name ?? ''),
        inputObject: isInside ? String(info.getParentInputType() ?? '') : '',
        inputType: String(
          (node.kind === Kind.OBJECT_FIELD ? info.getParentInputType() : info.getInputType()) ?? '',
        ),
      };
      return undefined;
    },
  };
  visit(document, visitWithTypeInfo(info, look));
  return place;
}
