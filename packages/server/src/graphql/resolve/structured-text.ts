import type { Json } from '@recto/content/json';
import type { Dast } from '@recto/fields/structured-text/dast';
import { type BlockNodeType, blocksOf, referencesOf } from '@recto/fields/structured-text/walk-document';
import type { DeliveryContext, RecordSource } from '../delivery-context.ts';
import type { Maybe } from '../when-there.ts';
import { blockSource } from './blocks.ts';
import { linkDocument } from './content-link.ts';
import { loadAllowed } from './links.ts';
import { presentContextOf } from './present-context.ts';
import type { ValuePlace } from './value-place.ts';

export interface StructuredTextSource extends ValuePlace {
  value: NonNullable<Json>;
}

/** The document with ids in the places of blocks. */
export function documentValue({ value, ...place }: StructuredTextSource): Json {
  const { field, context } = place;
  const linked = linkDocument(value as Dast, place) as unknown as Json; // as JSON as it was stored
  return context.registry.types[field.fieldType].present(
    linked as NonNullable<Json>,
    presentContextOf(context.schema),
  );
}

/** Each block once, in the order in which the document first shows it. */
export function embeddedBlocks(
  nodeTypes: readonly BlockNodeType[],
  allowed: ReadonlySet<string>,
): (source: StructuredTextSource) => RecordSource[] {
  return (source) => {
    const placed = blocksOf(source.value as Dast, nodeTypes);
    const blocks = new Map(placed.map(({ block }) => [block.id, block]));
    return [...blocks.values()].flatMap((block, index) => blockSource(block, allowed, source, index));
  };
}

/** Each linked record once. The document goes on naming those that cannot be seen. */
export function linkedRecords(
  allowed: ReadonlySet<string>,
): (source: StructuredTextSource, context: DeliveryContext) => Maybe<RecordSource[]> {
  return ({ value, scope }, context) => {
    const ids = new Set(referencesOf(value as Dast).map(({ id }) => id));
    return loadAllowed([...ids], allowed, scope, context);
  };
}
