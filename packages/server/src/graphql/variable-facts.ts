import { type ASTNode, type DocumentNode, Kind, type OperationDefinitionNode, visit } from 'graphql';
import type { ErrorFacts } from './worded-error.ts';

/** What is said of a variable that is declared without use, or used without declaration. */
export function variableFacts(
  rule: 'NoUnusedVariablesRule' | 'NoUndefinedVariablesRule',
  node: ASTNode,
  document: DocumentNode,
): ErrorFacts {
  const variableName = variableNameOf(node);
  const owner = operationAround(node, document)?.name?.value ?? 'anonymous query';
  return rule === 'NoUnusedVariablesRule'
    ? {
        code: 'variableNotUsed',
        message: `Variable $${variableName} is declared by ${owner} but not used`,
        details: { variableName },
      }
    : {
        code: 'variableNotDefined',
        message: `Variable $${variableName} is used by ${owner} but not declared`,
        details: { variableName },
      };
}

function variableNameOf(node: ASTNode): string {
  if (node.kind === Kind.VARIABLE_DEFINITION) return node.variable.name.value;
  return node.kind === Kind.VARIABLE ? node.name.value : '';
}

function operationAround(wanted: ASTNode, document: DocumentNode): OperationDefinitionNode | undefined {
  return document.definitions
    .filter((definition) => definition.kind === Kind.OPERATION_DEFINITION)
    .find((operation) => contains(operation, wanted));
}

function contains(operation: OperationDefinitionNode, wanted: ASTNode): boolean {
  let isFound = false;
  visit(operation, {
    enter(node) {
      if (node === wanted) isFound = true;
    },
  });
  return isFound;
}
