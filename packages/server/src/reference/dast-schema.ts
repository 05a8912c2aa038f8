import type { NodeType } from '@recto/fields/structured-text/dast';
import { NODE_RULES } from '@recto/fields/structured-text/node-rules';

type Schema = Record<string, unknown>;

const text: Schema = { type: 'string' };
const entityId: Schema = { type: 'string' };

/** What the attributes of nodes hold. An attribute of the same name means the same in every node but `style`
 *  and `item`, which the tables below settle. */
const ATTRIBUTES: Readonly<Record<string, Schema>> = {
  level: { type: 'integer', minimum: 1, maximum: 6 },
  style: text,
  attribution: text,
  language: text,
  highlight: { type: 'array', items: { type: 'integer', minimum: 0 } },
  code: text,
  marks: { type: 'array', items: text },
  value: text,
  url: text,
  meta: {
    type: 'array',
    items: {
      type: 'object',
      required: ['id', 'value'],
      properties: { id: text, value: text },
      additionalProperties: false,
    },
  },
  item: entityId,
};
/** A block stands for itself by its id, or whole. */
const BLOCK_SLOT: Schema = { anyOf: [entityId, { type: 'object' }] };
const OVERRIDES: Partial<Record<NodeType, Readonly<Record<string, Schema>>>> = {
  list: { style: { enum: ['bulleted', 'numbered'] } },
  block: { item: BLOCK_SLOT },
  inlineBlock: { item: BLOCK_SLOT },
};

/** JSON Schema of the structured text format, made from the rules that values are read by. */
export function buildDastSchema(): Schema {
  const types = Object.keys(NODE_RULES) as NodeType[];
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Structured text (dast)',
    type: 'object',
    required: ['schema', 'document'],
    properties: { schema: { const: 'dast' }, document: { $ref: '#/definitions/root' } },
    additionalProperties: false,
    definitions: Object.fromEntries(types.map((type) => [type, describeNode(type)])),
  };
}

function describeNode(type: NodeType): Schema {
  const { attributes, children } = NODE_RULES[type];
  const required = Object.entries(attributes).filter(([, rule]) => rule.isRequired);
  const properties = Object.keys(attributes).map((name) => [
    name,
    OVERRIDES[type]?.[name] ?? ATTRIBUTES[name] ?? {},
  ]);
  return {
    type: 'object',
    required: ['type', ...required.map(([name]) => name), ...(children ? ['children'] : [])],
    properties: {
      type: { const: type },
      ...Object.fromEntries(properties),
      ...(children ? { children: describeChildren(children) } : {}),
    },
    additionalProperties: false,
  };
}

function describeChildren(types: readonly NodeType[]): Schema {
  const references = types.map((type) => ({ $ref: `#/definitions/${type}` }));
  return {
    type: 'array',
    minItems: 1,
    items: references.length === 1 ? references[0] : { anyOf: references },
  };
}
