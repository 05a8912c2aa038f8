import type { ParseContext } from '@recto/content/field-type';
import { isJsonObject, type Json, type JsonObject } from '@recto/content/json';
import type { Path } from '@recto/content/problem';
import { readObject } from '../reading/read-object.ts';
import { rejectFormat } from '../reading/reject-format.ts';
import type { Dast, NodeType, Root } from './dast.ts';
import { type AttributeRule, NODE_RULES } from './node-rules.ts';

/** Levels of nodes: lists in lists reach further than anybody reads, the stack of a recursion does not. */
const DEEPEST_NODE = 64;

/** A document of which everything is wrong would otherwise answer with more than it was. */
const MOST_PROBLEMS = 100;

interface Reading {
  context: ParseContext;
  problems: number;
}

/** Reads a document of the wire, with every problem at its place; blocks come from `context.block`. */
export function readDocument(input: unknown, context: ParseContext): Dast | undefined {
  const given = readObject(input, { required: ['schema', 'document'] }, context);
  if (!given) return undefined;
  if (given.schema !== 'dast') return rejectFormat(context, 'must be "dast"', [...context.path, 'schema']);
  const reading: Reading = { context, problems: 0 };
  const document = readNode(given.document, ['root'], [...context.path, 'document'], 0, reading);
  return document && { schema: 'dast', document: document as Root };
}

/** A node in the order its keys are written; `undefined` when it or anything in it is wrong. */
function readNode(
  input: unknown,
  allowed: readonly NodeType[],
  path: Path,
  depth: number,
  reading: Reading,
): JsonObject | undefined {
  if (!isJsonObject(input)) return reject('must be an object', path, reading);
  const type = allowed.find((name) => name === input.type);
  if (!type) return reject(`must be a node of type ${allowed.join(', ')}`, [...path, 'type'], reading);
  if (depth > DEEPEST_NODE) return reject(`must not be deeper than ${DEEPEST_NODE} levels`, path, reading);
  const problemsBefore = reading.problems;
  refuseUnknownAttributes(input, type, path, reading);
  const node: JsonObject = { type, ...readAttributes(input, type, path, reading) };
  const children = NODE_RULES[type].children;
  if (children) node.children = readChildren(input.children, children, path, depth, reading);
  return reading.problems === problemsBefore ? node : undefined;
}

function refuseUnknownAttributes(
  input: Record<string, unknown>,
  type: NodeType,
  path: Path,
  reading: Reading,
): void {
  const { attributes, children } = NODE_RULES[type];
  for (const key of Object.keys(input)) {
    const isKnown = key === 'type' || Object.hasOwn(attributes, key) || (key === 'children' && children);
    if (!isKnown) reject('is not a permitted key', [...path, key], reading);
  }
}

function readAttributes(
  input: Record<string, unknown>,
  type: NodeType,
  path: Path,
  reading: Reading,
): JsonObject {
  const attributes: JsonObject = {};
  for (const [key, rule] of Object.entries(NODE_RULES[type].attributes)) {
    const value = input[key];
    if (value !== undefined) attributes[key] = readAttribute(value, rule, key, path, reading);
    else if (rule.isRequired) reject('is missing', [...path, key], reading);
  }
  return attributes;
}

function readAttribute(value: unknown, rule: AttributeRule, key: string, path: Path, reading: Reading): Json {
  if (rule.isSlot) return readSlot(value, [...path, key], reading);
  const wrong = rule.check(value);
  if (wrong !== undefined) reject(wrong, [...path, key], reading);
  return value as Json;
}

function readSlot(slot: unknown, path: Path, reading: Reading): Json {
  const block = reading.context.block(slot, path);
  if (block === undefined) reading.problems++;
  return block ?? null;
}

function readChildren(
  input: unknown,
  allowed: readonly NodeType[],
  parent: Path,
  depth: number,
  reading: Reading,
): JsonObject[] {
  const path = [...parent, 'children'];
  if (!Array.isArray(input) || input.length === 0) {
    reject('must be an array with at least one node', path, reading);
    return [];
  }
  return input
    .map((child: unknown, index) => readNode(child, allowed, [...path, index], depth + 1, reading))
    .filter((child) => child !== undefined);
}

function reject(error: string, path: Path, reading: Reading): undefined {
  reading.problems++;
  return reading.problems <= MOST_PROBLEMS ? rejectFormat(reading.context, error, path) : undefined;
}
