import type { ItemFacts, LoadedFacts } from '../facts.ts';
import type { FieldRegistry, FieldType, Validator } from '../field-type.ts';
import type { ValidatorName } from '../field-type-names.ts';
import type { Json } from '../json.ts';
import type { Schema } from '../schema/schema.ts';
import { buildTestRegistry } from '../schema/testing.ts';
import type { Block, Document, Item } from './item.ts';
import type { Circumstances } from './item-change.ts';
import { publishDocument } from './publish-item.ts';

/** Stand-ins for the rooms, reduced to what happens between them: text, lists of blocks, links, and the rules
 *  `required` and `unique`. The real ones live in a package that this one may not import. */
export const testRegistry: FieldRegistry = {
  types: buildTestRegistry({
    boolean: { parse: (input) => (typeof input === 'boolean' ? input : undefined), nullValue: false },
    rich_text: blockList(),
    links: linkList(),
  }).types,
  validators: {
    required: rule('required', {
      check: (value, _parameters, { path, report, type }) => {
        if (type.isBlank(value)) report({ code: 'VALIDATION_REQUIRED', path });
      },
    }),
    unique: rule('unique', {
      needs: (value, _parameters, { field, locale }) => ({ unique: [{ fieldId: field.id, locale, value }] }),
      check: (value, _parameters, { field, locale, facts, path, report }) => {
        if (value !== null && facts.isTaken(field.id, locale, value)) {
          report({ code: 'VALIDATION_UNIQUENESS', path });
        }
      },
    }),
    items_item_type: rule('items_item_type', {
      itemTypes: ({ item_types: ids }) => ({ kind: 'model', ids: ids as string[] }),
    }),
  } as Partial<Record<ValidatorName, Validator>> as FieldRegistry['validators'],
};

function rule(name: ValidatorName, parts: Partial<Validator>): Validator {
  return { name, parameters: (input) => input, check: () => {}, ...parts };
}

function blockList(): Partial<FieldType> {
  return {
    parse: (input, { block, path, report }) => {
      if (!Array.isArray(input)) {
        report({ code: 'VALIDATION_INVALID', path });
        return undefined;
      }
      return input.flatMap((slot, index) => block(slot, [...path, index]) ?? []);
    },
    present: (value, { block }) => (value as Block[]).map(block),
    isBlank: (value) => value === null || (value as Block[]).length === 0,
    blocks: (value) => value as Block[],
    mapBlocks: (value, change) =>
      (value as Block[]).flatMap((block) => change(block, 'rich_text_blocks') ?? []),
  };
}

function linkList(): Partial<FieldType> {
  return {
    parse: (input) => input as Json,
    isBlank: (value) => value === null || (value as string[]).length === 0,
    references: (value) => (value as string[]).map((id) => ({ kind: 'item', id })),
    removeReferences: (value, isGone) => (value as string[]).filter((id) => !isGone({ kind: 'item', id })),
  };
}

/** A draft of one text, unless told otherwise. */
export function buildItem(overrides: Partial<Item> & { id: string; itemTypeId: string }): Item {
  return {
    current: {},
    currentVersionId: `${overrides.id}-v1`,
    isCurrentValid: true,
    published: null,
    publishedVersionId: null,
    isPublishedValid: null,
    creator: { type: 'account', id: 'ann' },
    createdAt: '2026-01-01T00:00:00.000Z',
    updatedAt: '2026-01-01T00:00:00.000Z',
    publishedAt: null,
    firstPublishedAt: null,
    publicationScheduledAt: null,
    unpublishingScheduledAt: null,
    position: null,
    parentId: null,
    stage: null,
    ...overrides,
  };
}

/** The same record with `document`, or its current one, published. */
export function published(item: Item, schema: Schema, document: Document = item.current): Item {
  return publishDocument(item, document, circumstances(schema)).after ?? item;
}

export const NOW = '2026-05-05T05:05:05.000Z';

/** What a decision is made from; ids count up, and the records named are all that exist. */
export function circumstances(schema: Schema, items: readonly Item[] = []): Circumstances {
  return {
    schema,
    registry: testRegistry,
    facts: factsAbout(items),
    now: NOW,
    newId: counter(),
    identity: { type: 'account', id: 'ann' },
  };
}

export function counter(): () => string {
  let last = 0;
  return () => {
    last += 1;
    return `new-${last}`;
  };
}

export function factsAbout(items: readonly Item[]): LoadedFacts {
  const known = new Map<string, ItemFacts>(
    items.map(({ id, itemTypeId, publishedVersionId }) => [
      id,
      { id, itemTypeId, isPublished: publishedVersionId !== null },
    ]),
  );
  return {
    seenBy: () => ({ item: (id) => known.get(id), upload: () => undefined, isTaken: () => false }),
  };
}
