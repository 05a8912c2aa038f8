import type { Dast, Node } from './dast.ts';

/** What a reader sees, one line a paragraph, heading or block of code. Blocks have a text of their own. */
export function plainTextOf(value: Dast): string {
  return linesOf(value.document).join('\n');
}

/** Nothing, or one paragraph without text. */
export function isBlankDocument(value: Dast): boolean {
  const [only, ...others] = value.document.children;
  if (only === undefined) return true;
  if (others.length > 0 || only.type !== 'paragraph') return false;
  return only.children.every((node) => node.type === 'span' && node.value.trim() === '');
}

function linesOf(node: Node): string[] {
  if (node.type === 'code') return [node.code];
  if (node.type === 'paragraph' || node.type === 'heading') return [node.children.map(inlineTextOf).join('')];
  return 'children' in node ? node.children.flatMap(linesOf) : [];
}

function inlineTextOf(node: Node): string {
  if (node.type === 'span') return node.value;
  return 'children' in node ? node.children.map(inlineTextOf).join('') : '';
}
