import { refusal } from '../refusal.ts';

/** An entity that stands among siblings below a parent, or at the root. */
export interface TreeNode {
  id: string;
  parentId: string | null;
  /** From 1 without gaps among siblings. */
  position: number;
}

export interface TreePlace {
  parentId: string | null;
  /** Undefined: after all siblings. */
  position: number | undefined;
}

/** Levels below which nothing can be filed; the root is the first. */
const DEEPEST_LEVEL = 20;

/**
 * All nodes of one tree, in any order. Every change answers a new list in which only the nodes that changed are
 * new objects. Positions move exactly as the protocol's migration generator simulates them: who comes in pushes
 * later siblings back, who leaves lets them move up.
 */
export type Tree<Node extends TreeNode> = readonly Node[];

/** Adds a node. What it says about its place is overruled by `place`. */
export function plantNode<Node extends TreeNode>(
  tree: Tree<Node>,
  node: Node,
  place: TreePlace,
): { tree: Tree<Node>; node: Node } {
  const planted = { ...node, parentId: place.parentId, position: positionIn(tree, place) };
  const grown = [...shift(tree, planted.parentId, planted.position, 1), planted];
  refuseLostNodes(grown);
  return { tree: grown, node: planted };
}

/** Replaces a node, and moves it where `place` differs from where it stands. */
export function moveNode<Node extends TreeNode>(
  tree: Tree<Node>,
  node: Node,
  place: TreePlace,
): { tree: Tree<Node>; node: Node } {
  const stays = place.parentId === node.parentId && (place.position ?? node.position) === node.position;
  if (stays) return { tree: tree.map((other) => (other.id === node.id ? node : other)), node };
  return plantNode(without(tree, node), node, place);
}

/** Takes a node out. Its children move to the end of the root, in their order. */
export function uprootNode<Node extends TreeNode>(tree: Tree<Node>, node: Node): Tree<Node> {
  const rest = without(tree, node);
  const last = childrenOf(rest, null).length;
  const orphans = childrenOf(rest, node.id).map(({ id }, index): [string, number] => [id, last + index + 1]);
  const positions = new Map(orphans);
  return rest.map((other) => {
    const position = positions.get(other.id);
    return position === undefined ? other : placed(other, null, position);
  });
}

/** Moves many nodes at once: afterwards each must have a place of its own. */
export function rearrangeTree<Node extends TreeNode>(
  tree: Tree<Node>,
  places: readonly Pick<TreeNode, 'id' | 'parentId' | 'position'>[],
): Tree<Node> {
  const wanted = new Map(places.map((place) => [place.id, place]));
  const moved = tree.map((node) => {
    const place = wanted.get(node.id);
    return place ? placed(node, place.parentId, place.position) : node;
  });
  refuseLostNodes(moved);
  refuseSharedPositions(moved);
  return closeGaps(moved);
}

/** Gives a node exactly these children, in this order. Those it had besides move to the end of the root. */
export function adoptChildren<Node extends TreeNode>(
  tree: Tree<Node>,
  id: string,
  childIds: readonly string[],
): Tree<Node> {
  const left = childrenOf(tree, id).filter((child) => !childIds.includes(child.id));
  const places = [
    ...left.map((child) => ({ child, place: { parentId: null, position: undefined } })),
    ...childIds.map((childId, index) => ({
      child: tree.find((node) => node.id === childId),
      place: { parentId: id, position: index + 1 },
    })),
  ];
  return places.reduce((current, { child, place }) => {
    const node = current.find((other) => other.id === child?.id);
    if (!node) throw refusal('INVALID_RELATIONSHIP', { relationship: 'children' });
    return moveNode(current, node, place).tree;
  }, tree);
}

export function childrenOf<Node extends TreeNode>(tree: Tree<Node>, parentId: string | null): Node[] {
  return tree.filter((node) => node.parentId === parentId).sort((a, b) => a.position - b.position);
}

/** The node's parents, nearest first. */
export function ancestorsOf(tree: Tree<TreeNode>, id: string | null): string[] {
  const parentId = tree.find((node) => node.id === id)?.parentId ?? null;
  return parentId === null ? [] : [parentId, ...ancestorsOf(tree, parentId)];
}

/** Everything below a node, level by level. */
export function descendantsOf(tree: Tree<TreeNode>, id: string): string[] {
  const children = childrenOf(tree, id).map((child) => child.id);
  return [...children, ...children.flatMap((child) => descendantsOf(tree, child))];
}

/** Every node reaches the root within the levels there are: parents exist, and nothing stands below itself. */
function refuseLostNodes(tree: Tree<TreeNode>): void {
  const parents = new Map(tree.map((node) => [node.id, node.parentId]));
  for (const { parentId } of tree) {
    let above: string | null | undefined = parentId;
    for (let level = 1; above !== null; level += 1) {
      if (above === undefined || level === DEEPEST_LEVEL) {
        throw refusal('INVALID_PARENT', { parent_id: parentId });
      }
      above = parents.get(above);
    }
  }
}

function positionIn(tree: Tree<TreeNode>, { parentId, position }: TreePlace): number {
  const last = tree.filter((node) => node.parentId === parentId).length + 1;
  return Math.min(position ?? last, last);
}

function without<Node extends TreeNode>(tree: Tree<Node>, node: Node): Tree<Node> {
  const rest = tree.filter((other) => other.id !== node.id);
  return shift(rest, node.parentId, node.position + 1, -1);
}

function shift<Node extends TreeNode>(
  tree: Tree<Node>,
  parentId: string | null,
  from: number,
  by: 1 | -1,
): Tree<Node> {
  return tree.map((node) =>
    node.parentId === parentId && node.position >= from ? placed(node, parentId, node.position + by) : node,
  );
}

function refuseSharedPositions(tree: Tree<TreeNode>): void {
  const taken = new Set<string>();
  for (const { parentId, position } of tree) {
    const place = `${parentId ?? ''} ${position}`;
    if (taken.has(place)) throw refusal('DUPLICATE_POSITIONS_FOUND', { parent_id: parentId, position });
    taken.add(place);
  }
}

function closeGaps<Node extends TreeNode>(tree: Tree<Node>): Tree<Node> {
  const parents = new Set(tree.map((node) => node.parentId));
  const positions = new Map(
    [...parents].flatMap((parentId) =>
      childrenOf(tree, parentId).map(({ id }, index): [string, number] => [id, index + 1]),
    ),
  );
  return tree.map((node) => placed(node, node.parentId, positions.get(node.id) ?? node.position));
}

function placed<Node extends TreeNode>(node: Node, parentId: string | null, position: number): Node {
  const stays = node.parentId === parentId && node.position === position;
  return stays ? node : { ...node, parentId, position };
}
