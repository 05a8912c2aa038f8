import type { JsonObject } from '@recto/content/json';
import type { NodeType } from './dast.ts';
import { NODE_RULES } from './node-rules.ts';

const TEXT = { type: 'string' };
const ENTITY_ID = { type: 'string', minLength: 1 };

/** What stands in the slot of a block: its id, or the block itself. */
const SLOT = { anyOf: [ENTITY_ID, { type: 'object' }] };

const META = {
  type: 'array',
  items: {
    type: 'object',
    properties: { id: TEXT, value: TEXT },
    required: ['id', 'value'],
    additionalProperties: false,
  },
};

/** The form of each attribute that a node has. The attributes themselves, their order and which of them are
 *  required stand in the node rules. */
const ATTRIBUTES: Readonly<Record<NodeType, JsonObject>> = {
  root: {},
  paragraph: { style: TEXT },
  heading: { level: { type: 'integer', minimum: 1, maximum: 6 }, style: TEXT },
  list: { style: { type: 'string', enum: ['bulleted', 'numbered'] } },
  listItem: {},
  blockquote: { attribution: TEXT },
  code: { language: TEXT, highlight: { type: 'array', items: { type: 'integer', minimum: 0 } }, code: TEXT },
  block: { item: SLOT },
  thematicBreak: {},
  span: { marks: { type: 'array', items: TEXT }, value: TEXT },
  link: { url: TEXT, meta: META },
  itemLink: { item: ENTITY_ID, meta: META },
  inlineItem: { item: ENTITY_ID },
  inlineBlock: { item: SLOT },
};

/** The format of structured text as a JSON Schema, for tools that make or check documents. */
export const dastSchema: JsonObject = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'Structured text (dast)',
  type: 'object',
  properties: { schema: { const: 'dast' }, document: refer('root') },
  required: ['schema', 'document'],
  additionalProperties: false,
  definitions: Object.fromEntries(
    Object.keys(NODE_RULES).map((type) => [nameOf(type as NodeType), describeNode(type as NodeType)]),
  ),
};

function describeNode(type: NodeType): JsonObject {
  const { attributes, children } = NODE_RULES[type];
  const required = Object.keys(attributes).filter((name) => attributes[name]?.isRequired);
  const childList = children && { type: 'array', minItems: 1, items: { anyOf: children.map(refer) } };
  return {
    type: 'object',
    properties: { type: { const: type }, ...ATTRIBUTES[type], ...(childList && { children: childList }) },
    required: ['type', ...required, ...(childList ? ['children'] : [])],
    additionalProperties: false,
  };
}

function refer(type: NodeType): JsonObject {
  return { $ref: `#/definitions/${nameOf(type)}` };
}

function nameOf(type: NodeType): string {
  return type.charAt(0).toUpperCase() + type.slice(1);
}
