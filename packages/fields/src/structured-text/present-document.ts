import type { Block } from '@recto/content/item/item';
import type { Json, JsonObject } from '@recto/content/json';
import type { Dast, Node } from './dast.ts';
import { NODE_RULES } from './node-rules.ts';

/** The document as the wire has it. Keys are put in order again: the database keeps them in one of its own. */
export function presentDocument(value: Dast, presentBlock: (block: Block) => Json): JsonObject {
  return { schema: 'dast', document: presentNode(value.document, presentBlock) };
}

function presentNode(node: Node, presentBlock: (block: Block) => Json): JsonObject {
  if (node.type === 'block' || node.type === 'inlineBlock') {
    return { type: node.type, item: presentBlock(node.item) };
  }
  const attributes = node as JsonObject;
  const presented: JsonObject = { type: node.type };
  for (const key of Object.keys(NODE_RULES[node.type].attributes)) {
    const value = attributes[key];
    if (value !== undefined) presented[key] = value;
  }
  if ('children' in node) presented.children = node.children.map((child) => presentNode(child, presentBlock));
  return presented;
}
