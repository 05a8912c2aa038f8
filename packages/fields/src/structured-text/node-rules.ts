import { isEntityId } from '@recto/content/id';
import { isJsonObject } from '@recto/content/json';
import { whatIsWrongWithText } from '../reading/storable-text.ts';
import type { NodeType } from './dast.ts';

/** Answers what is wrong with an attribute. */
type Check = (value: unknown) => string | undefined;

export interface AttributeRule {
  check: Check;
  isRequired: boolean;
  /** Holds a block: the record's engine resolves it and says what is wrong with it. */
  isSlot?: true;
}

interface NodeRule {
  /** In the order they are written. */
  attributes: Readonly<Record<string, AttributeRule>>;
  /** The types its children may have; absent where a node has no children. Those that may, must have some. */
  children?: readonly NodeType[];
}

const BLOCK_SLOT: AttributeRule = { check: () => undefined, isRequired: true, isSlot: true };

const INLINE = ['span', 'link', 'itemLink', 'inlineItem', 'inlineBlock'] as const;

/** The whole format, node by node: https://www.datocms.com/docs/structured-text/dast */
export const NODE_RULES: Readonly<Record<NodeType, NodeRule>> = {
  root: {
    attributes: {},
    children: ['paragraph', 'heading', 'list', 'code', 'blockquote', 'block', 'thematicBreak'],
  },
  paragraph: { attributes: { style: optional(isText) }, children: INLINE },
  heading: { attributes: { level: required(isLevel), style: optional(isText) }, children: INLINE },
  list: { attributes: { style: required(isListStyle) }, children: ['listItem'] },
  listItem: { attributes: {}, children: ['paragraph', 'list'] },
  blockquote: { attributes: { attribution: optional(isText) }, children: ['paragraph'] },
  code: {
    attributes: { language: optional(isText), highlight: optional(isLineNumbers), code: required(isText) },
  },
  block: { attributes: { item: BLOCK_SLOT } },
  thematicBreak: { attributes: {} },
  span: { attributes: { marks: optional(isMarks), value: required(isText) } },
  link: { attributes: { url: required(isText), meta: optional(isMeta) }, children: ['span'] },
  itemLink: { attributes: { item: required(isRecordId), meta: optional(isMeta) }, children: ['span'] },
  inlineItem: { attributes: { item: required(isRecordId) } },
  inlineBlock: { attributes: { item: BLOCK_SLOT } },
};

/** Entries of `meta`, `marks` and `highlight`. */
const LONGEST_ATTRIBUTE = 1_000;

function required(check: Check): AttributeRule {
  return { check, isRequired: true };
}

function optional(check: Check): AttributeRule {
  return { check, isRequired: false };
}

function isText(value: unknown): string | undefined {
  return whatIsWrongWithText(value);
}

function isLevel(value: unknown): string | undefined {
  const isRight = Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 6;
  return isRight ? undefined : 'must be an integer from 1 to 6';
}

function isListStyle(value: unknown): string | undefined {
  return value === 'bulleted' || value === 'numbered' ? undefined : 'must be "bulleted" or "numbered"';
}

function isLineNumbers(value: unknown): string | undefined {
  const isRight =
    isShortList(value) && value.every((line) => Number.isSafeInteger(line) && Number(line) >= 0);
  return isRight ? undefined : 'must be an array of line numbers, counted from zero';
}

/** Any mark is allowed: plugins add their own. */
function isMarks(value: unknown): string | undefined {
  const isRight = isShortList(value) && value.every((mark) => whatIsWrongWithText(mark) === undefined);
  return isRight ? undefined : 'must be an array of strings';
}

function isMeta(value: unknown): string | undefined {
  return isShortList(value) && value.every(isMetaEntry)
    ? undefined
    : 'must be an array of objects with the strings "id" and "value"';
}

function isMetaEntry(entry: unknown): boolean {
  if (!isJsonObject(entry) || Object.keys(entry).length !== 2) return false;
  return whatIsWrongWithText(entry.id) === undefined && whatIsWrongWithText(entry.value) === undefined;
}

function isRecordId(value: unknown): string | undefined {
  return isEntityId(value) ? undefined : 'must be the ID of a record';
}

function isShortList(value: unknown): value is unknown[] {
  return Array.isArray(value) && value.length <= LONGEST_ATTRIBUTE;
}
