import type { Block } from '@recto/content/item/item';
import { isJsonObject, type Json } from '@recto/content/json';
import type { DeliveryContext, RecordSource } from '../delivery-context.ts';
import type { ValuePlace } from '../schema/field-output.ts';
import { blockSource } from './blocks.ts';
import { loadAllowed } from './links.ts';

export interface StructuredTextSource extends ValuePlace {
  value: NonNullable<Json>;
}

/** The document with ids in the places of blocks. */
export function documentValue({ value, field, context }: StructuredTextSource): Json {
  const { timeZone, millisecondsInDatetime } = context.schema.settings;
  return context.registry.types[field.fieldType].present(value, {
    timeZone,
    milliseconds: millisecondsInDatetime,
    block: ({ id }) => id,
  });
}

/** Each block once, in the order in which the document first shows it. */
export function embeddedBlocks(
  nodeType: 'block' | 'inlineBlock',
  allowed: ReadonlySet<string>,
): (source: StructuredTextSource) => RecordSource[] {
  return (source) => {
    const blocks = new Map<string, Block>();
    for (const node of nodesOf(source.value)) {
      if (node.type === nodeType && isJsonObject(node.item))
        blocks.set(String(node.item.id), node.item as Block);
    }
    return [...blocks.values()].flatMap((block) => blockSource(block, allowed, source));
  };
}

/** Each linked record once. The document goes on naming those that cannot be seen. */
export function linkedRecords(
  allowed: ReadonlySet<string>,
): (source: StructuredTextSource, context: DeliveryContext) => Promise<RecordSource[]> {
  return ({ value, scope }, context) => {
    const ids = new Set<string>();
    for (const node of nodesOf(value)) {
      if ((node.type === 'itemLink' || node.type === 'inlineItem') && typeof node.item === 'string') {
        ids.add(node.item);
      }
    }
    return loadAllowed([...ids], allowed, scope, context);
  };
}

/** Every node of the document, in reading order; what stands inside a block is not of this document. */
function* nodesOf(value: NonNullable<Json>): Generator<Record<string, unknown>> {
  const root = isJsonObject(value) ? value.document : undefined;
  const waiting: unknown[] = [root];
  while (waiting.length > 0) {
    const node = waiting.pop();
    if (!isJsonObject(node)) continue;
    yield node;
    if (Array.isArray(node.children)) waiting.push(...node.children.toReversed());
  }
}
