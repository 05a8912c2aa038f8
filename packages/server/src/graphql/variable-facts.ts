import { type ASTNode, Kind, type OperationDefinitionNode } from 'graphql';
import type { ErrorFacts } from './worded-error.ts';

/** What is said of a variable that is declared without use, or used without declaration. */
export function variableFacts(
  rule: 'NoUnusedVariablesRule' | 'NoUndefinedVariablesRule',
  node: ASTNode,
  operation: OperationDefinitionNode | undefined,
): ErrorFacts {
  const variableName = variableNameOf(node);
  const owner = operation?.name?.value ?? 'anonymous query';
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
