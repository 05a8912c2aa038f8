import { type ASTNode, getLocation, type SourceLocation } from 'graphql';

export function locationsOf(nodes: readonly ASTNode[]): SourceLocation[] {
  return nodes.flatMap(({ loc }) => (loc ? [getLocation(loc.source, loc.start)] : []));
}
