import {
  type ASTNode,
  BREAK,
  type DocumentNode,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { stepOf } from './query-path.ts';

/** Where a node stands in its document, and among the types. */
export interface NodePlace {
  /** The operation, then field by field, as in `["query", "allArticles", "title"]`. */
  path: string[];
  operation: OperationDefinitionNode | undefined;
  /** The variable whose declaration is looked at. */
  variableName: string;
  /** The type whose field, and the field whose argument, is looked at. */
  typeName: string;
  fieldName: string;
  fieldType: string;
  argumentName: string;
  /** The input object whose member is looked at; empty for an argument itself. */
  inputObject: string;
  inputType: string;
}

const NOWHERE: NodePlace = {
  path: [],
  operation: undefined,
  variableName: '',
  typeName: '',
  fieldName: '',
  fieldType: '',
  argumentName: '',
  inputObject: '',
  inputType: '',
};

/** One walk for all of them: a long query can be wrong in many places. */
export function findPlaces(
  wanted: readonly ASTNode[],
  schema: GraphQLSchema,
  document: DocumentNode,
): (node: ASTNode) => NodePlace {
  const missing = new Set(wanted);
  const places = new Map<ASTNode, NodePlace>();
  const info = new TypeInfo(schema);
  const look = visitWithTypeInfo(info, {
    enter(node, _key, parent, _path, ancestors) {
      if (missing.delete(node)) places.set(node, placeOf(node, [...ancestors, parent], info));
      return missing.size === 0 ? BREAK : undefined;
    },
  });
  if (missing.size > 0) visit(document, look);
  return (node) => places.get(node) ?? NOWHERE;
}

/** Lists among the ancestors hold siblings too. */
function placeOf(node: ASTNode, ancestors: readonly unknown[], info: TypeInfo): NodePlace {
  const around = ancestors.filter(isNode);
  const member = around.findLast(({ kind }) => kind === Kind.ARGUMENT || kind === Kind.OBJECT_FIELD);
  const inside = member?.kind === Kind.OBJECT_FIELD ? member.name.value : undefined;
  const inputType = node.kind === Kind.OBJECT_FIELD ? info.getParentInputType() : info.getInputType();
  return {
    path: [...around, node].flatMap(stepOf),
    operation: around.find(({ kind }) => kind === Kind.OPERATION_DEFINITION) as NodePlace['operation'],
    variableName: around.find((one) => one.kind === Kind.VARIABLE_DEFINITION)?.variable.name.value ?? '',
    typeName: info.getParentType()?.name ?? '',
    fieldName: info.getFieldDef()?.name ?? '',
    fieldType: String(info.getType() ?? ''),
    argumentName: inside ?? info.getArgument()?.name ?? '',
    inputObject: inside === undefined ? '' : String(info.getParentInputType() ?? ''),
    inputType: String(inputType ?? ''),
  };
}

function isNode(value: unknown): value is ASTNode {
  return typeof value === 'object' && value !== null && 'kind' in value;
}
