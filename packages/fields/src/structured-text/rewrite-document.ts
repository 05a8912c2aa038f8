import type { Reference } from '@recto/content/field-type';
import type { ValidatorName } from '@recto/content/field-type-names';
import type { Block } from '@recto/content/item/item';
import type { Dast, Heading, InlineNode, List, Paragraph, RootChild } from './dast.ts';

type ChangeBlock = (block: Block, rule: ValidatorName) => Block | null;

interface Change {
  /** What stands in a node's place: itself, other nodes or nothing. */
  rootChild(node: RootChild): RootChild | null;
  inline(node: InlineNode): InlineNode[];
}

/** The document with every block replaced, or left out where `change` answers null. */
export function mapBlocksOf(value: Dast, change: ChangeBlock): Dast | null {
  return rewrite(value, {
    rootChild: (node) => {
      if (node.type !== 'block') return node;
      const item = change(node.item, 'structured_text_blocks');
      return item && { ...node, item };
    },
    inline: (node) => {
      if (node.type !== 'inlineBlock') return [node];
      const item = change(node.item, 'structured_text_inline_blocks');
      return item ? [{ ...node, item }] : [];
    },
  });
}

/** The document without those references: a linked text stays as text, a record in the text goes. */
export function removeReferencesFrom(value: Dast, isGone: (reference: Reference) => boolean): Dast | null {
  return rewrite(value, {
    rootChild: (node) => node,
    inline: (node) => {
      if (node.type !== 'itemLink' && node.type !== 'inlineItem') return [node];
      if (!isGone({ kind: 'item', id: node.item })) return [node];
      return node.type === 'itemLink' ? node.children : [];
    },
  });
}

function rewrite(value: Dast, change: Change): Dast | null {
  const children = value.document.children
    .map((node) => change.rootChild(node))
    .filter((node) => node !== null)
    .map((node) => rewriteInside(node, change));
  return children.length === 0 ? null : { schema: 'dast', document: { type: 'root', children } };
}

function rewriteInside(node: RootChild, change: Change): RootChild {
  if (node.type === 'paragraph' || node.type === 'heading') return rewriteInline(node, change);
  if (node.type === 'list') return rewriteList(node, change);
  if (node.type !== 'blockquote') return node;
  return { ...node, children: node.children.map((paragraph) => rewriteInline(paragraph, change)) };
}

function rewriteList(list: List, change: Change): List {
  const rewriteChild = (child: Paragraph | List) =>
    child.type === 'list' ? rewriteList(child, change) : rewriteInline(child, change);
  return {
    ...list,
    children: list.children.map((item) => ({ ...item, children: item.children.map(rewriteChild) })),
  };
}

/** A paragraph that lost everything keeps one empty span: the format knows no empty paragraph. */
function rewriteInline<Parent extends Paragraph | Heading>(node: Parent, change: Change): Parent {
  const children: InlineNode[] = node.children.flatMap((child) => change.inline(child));
  return { ...node, children: children.length > 0 ? children : [{ type: 'span', value: '' }] };
}
