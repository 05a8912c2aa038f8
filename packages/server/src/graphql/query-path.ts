import { type ASTNode, type DocumentNode, Kind, visit } from 'graphql';

/** Where a node stands: the operation, then field by field, as in `["query", "allArticles", "title"]`. */
export function queryPath(document: DocumentNode, wanted: ASTNode): string[] {
  let path: string[] = [];
  visit(document, {
    enter(node, _key, parent, _path, ancestors) {
      if (node !== wanted) return undefined;
      // Lists among the ancestors hold siblings too.
      const around = [...ancestors, parent].filter((one): one is ASTNode => !!one && 'kind' in one);
      path = [...around, node].flatMap(stepOf);
      return undefined;
    },
  });
  return path;
}

function stepOf(node: ASTNode): string[] {
  switch (node.kind) {
    case Kind.OPERATION_DEFINITION:
      return [node.name ? `${node.operation} ${node.name.value}` : node.operation];
    case Kind.FRAGMENT_DEFINITION:
      return [`fragment ${node.name.value}`];
    case Kind.INLINE_FRAGMENT:
      return [node.typeCondition ? `... on ${node.typeCondition.name.value}` : '...'];
    case Kind.FRAGMENT_SPREAD:
      return [`... ${node.name.value}`];
    case Kind.FIELD:
      return [node.alias?.value ?? node.name.value];
    case Kind.ARGUMENT:
    case Kind.OBJECT_FIELD:
      return [node.name.value];
    default:
      return [];
  }
}
