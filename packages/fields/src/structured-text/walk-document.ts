import type { Reference } from '@recto/content/field-type';
import type { Block } from '@recto/content/item/item';
import type { Path } from '@recto/content/problem';
import type { Dast, Node } from './dast.ts';

interface PlacedNode {
  node: Node;
  /** From the value inwards: `document`, `children`, 0 … */
  path: Path;
}

/** Every node in reading order. */
export function* walkDocument(value: Dast): Generator<PlacedNode> {
  yield* walkNode({ node: value.document, path: ['document'] });
}

function* walkNode(placed: PlacedNode): Generator<PlacedNode> {
  yield placed;
  if (!('children' in placed.node)) return;
  for (const [index, child] of placed.node.children.entries()) {
    yield* walkNode({ node: child, path: [...placed.path, 'children', index] });
  }
}

export type BlockNodeType = 'block' | 'inlineBlock';

/** The blocks of the document with their places; of one kind, or of both. */
export function blocksOf(
  value: Dast,
  types: readonly BlockNodeType[] = ['block', 'inlineBlock'],
): { block: Block; path: Path }[] {
  const found: { block: Block; path: Path }[] = [];
  for (const { node, path } of walkDocument(value)) {
    if ((node.type === 'block' || node.type === 'inlineBlock') && types.includes(node.type)) {
      found.push({ block: node.item, path: [...path, 'item'] });
    }
  }
  return found;
}

/** The records that the document's own nodes point at. */
export function referencesOf(value: Dast): Reference[] {
  const found: Reference[] = [];
  for (const { node, path } of walkDocument(value)) {
    if (node.type === 'itemLink' || node.type === 'inlineItem') {
      found.push({ kind: 'item', id: node.item, path: [...path, 'item'] });
    }
  }
  return found;
}
