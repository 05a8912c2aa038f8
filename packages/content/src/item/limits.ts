import type { ErrorReason } from '../refusal.ts';
import type { DocumentRules } from './document-rules.ts';
import type { Document } from './item.ts';
import { walkBlocks } from './walk-document.ts';

/** The published technical limits: https://www.datocms.com/docs/content-management-api/technical-limits */
export const MAX_BLOCK_DEPTH = 5;
export const MAX_BLOCKS = 500;
/** Unless the operator decided otherwise. */
const MAX_DOCUMENT_BYTES = 300 * 1024;

const encoder = new TextEncoder();

/** Which technical limits a document passes. */
export function exceededLimits(document: Document, itemTypeId: string, rules: DocumentRules): ErrorReason[] {
  const ids = new Set<string>();
  let deepest = 0;
  walkBlocks(document, itemTypeId, rules, (block, depth) => {
    ids.add(block.id);
    deepest = Math.max(deepest, depth);
  });
  return [
    ...(deepest > MAX_BLOCK_DEPTH ? [nestingLimit()] : []),
    ...(ids.size > MAX_BLOCKS ? [limit('blocks_per_item', MAX_BLOCKS)] : []),
    ...(isTooLarge(document, mostBytes(rules)) ? [sizeLimit(rules)] : []),
  ];
}

/** A body that only keeps nesting is stopped while it is read, before it can exhaust the stack. */
export function nestingLimit(): ErrorReason {
  return limit('block_nesting_levels', MAX_BLOCK_DEPTH);
}

/** One text that no record could hold: whatever else is wrong with it, this is what the caller has to know. */
export function isTextTooLarge(input: unknown, rules: DocumentRules): boolean {
  return typeof input === 'string' && input.length > mostBytes(rules);
}

export function sizeLimit(rules: DocumentRules): ErrorReason {
  return limit('item_bytes', mostBytes(rules));
}

function mostBytes({ settings }: DocumentRules): number {
  return settings?.maxRecordBytes ?? MAX_DOCUMENT_BYTES;
}

function limit(name: string, maximum: number): ErrorReason {
  return { code: 'TECHNICAL_LIMIT_REACHED', details: { limit: name, maximum } };
}

/** UTF-8 needs at most three bytes for each unit of a string: most documents are settled without encoding. */
function isTooLarge(document: Document, mostBytes: number): boolean {
  const text = JSON.stringify(document);
  if (text.length * 3 <= mostBytes) return false;
  return text.length > mostBytes || encoder.encode(text).length > mostBytes;
}
