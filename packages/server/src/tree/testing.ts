interface ListedNode {
  id: string;
  position: number;
  label: string | null;
  parent: { id: string } | null;
  children: { id: string }[];
}

/** `a b(b1 -)`: the labels of a tree as it was listed. Fails where positions have gaps, or where a parent does
 *  not know its children. */
export function outlineOf(nodes: readonly ListedNode[], parent: ListedNode | null = null): string {
  const children = nodes
    .filter((node) => (node.parent?.id ?? null) === (parent?.id ?? null))
    .sort((a, b) => a.position - b.position);
  if (children.some(({ position }, index) => position !== index + 1)) throw new Error('positions have gaps');
  const ids = children.map(({ id }) => id).join();
  if (parent && parent.children.map(({ id }) => id).join() !== ids) throw new Error('children differ');
  return children
    .map((child) => {
      const below = outlineOf(nodes, child);
      const label = child.label ?? '-';
      return below ? `${label}(${below})` : label;
    })
    .join(' ');
}
