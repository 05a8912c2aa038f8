import { describe, expect, it } from 'vitest';
import { buildTestSchema } from '../schema/testing.ts';
import type { Block, Document } from './item.ts';
import { presentAttributes } from './present-item.ts';
import { type ReadDocument, readDocument } from './read-document.ts';
import { counter, testRegistry } from './testing.ts';
import { walkBlocks } from './walk-document.ts';

const schema = buildTestSchema(
  [
    {
      apiKey: 'page',
      fields: [
        { apiKey: 'title' },
        { apiKey: 'sections', fieldType: 'rich_text' },
        { apiKey: 'asides', fieldType: 'rich_text', localized: true },
        { apiKey: 'shown', fieldType: 'boolean' },
      ],
    },
    {
      apiKey: 'section',
      modularBlock: true,
      fields: [
        { apiKey: 'heading', id: 'section-heading', defaultValue: 'Untitled' },
        { apiKey: 'text', id: 'section-text' },
        { apiKey: 'parts', id: 'section-parts', fieldType: 'rich_text' },
      ],
    },
  ],
  { locales: ['en', 'it'] },
);
const rules = { schema, registry: testRegistry };

const section = (
  id: string,
  values: Partial<Record<'heading' | 'text', string>> = {},
  parts: Block[] = [],
): Block => ({
  id,
  itemTypeId: 'section',
  values: {
    'section-heading': values.heading ?? id,
    'section-text': values.text ?? null,
    'section-parts': parts,
  },
});

/** Sections a, b and c with part p; an aside that stands in both locales. */
const stored: Document = {
  title: 'Home',
  sections: [section('a', { text: 'old' }), section('b'), section('c', {}, [section('p', { text: 'kept' })])],
  asides: { en: [section('s')], it: [section('s')] },
  shown: true,
};

function read(attributes: Record<string, unknown>, existing: Document | null = stored): ReadDocument {
  const itemType = schema.itemTypes.get('page');
  if (!itemType) throw new Error('no page');
  return readDocument({ itemType, attributes, existing, manageable: null, newId: counter() }, rules);
}

const ids = (document: Document) => (document.sections as Block[]).map(({ id }) => id);
const codes = ({ problems, reasons }: ReadDocument) => [
  ...reasons.map(({ code }) => code as string),
  ...problems.map(({ code, path }) => `${code} ${path.join('.')}`),
];
const newSection = (attributes: object = {}) => ({
  type: 'item',
  attributes,
  relationships: { item_type: { data: { type: 'item_type', id: 'section' } } },
});

describe('the blocks of a sent value', () => {
  it('stay as they are when only their ids come', () => {
    expect(read({ sections: ['c', 'a'] }).document.sections).toEqual([
      (stored.sections as Block[])[2],
      (stored.sections as Block[])[0],
    ]);
  });

  it('are updated by an object with an id: attributes not sent stay', () => {
    const { document } = read({
      sections: [{ id: 'a', type: 'item', attributes: { heading: 'A' } }, 'b', 'c'],
    });
    expect(document.sections).toEqual([
      section('a', { heading: 'A', text: 'old' }),
      section('b'),
      expect.anything(),
    ]);
  });

  it('are created by an object without an id, with defaults', () => {
    const { document } = read({ sections: ['a', newSection({ text: 'x' })] });
    expect(document.sections).toEqual([
      expect.objectContaining({ id: 'a' }),
      {
        ...section('new-1', { heading: 'Untitled', text: 'x' }),
        values: expect.objectContaining({ 'section-parts': null }),
      },
    ]);
  });

  it('are changed at any depth, and what stands around the change stays', () => {
    const part = { id: 'p', type: 'item', attributes: { heading: 'P' } };
    const { document } = read({
      sections: ['a', 'b', { id: 'c', attributes: { parts: [part, newSection()] } }],
    });
    expect((document.sections as Block[])[2]?.values).toMatchObject({
      'section-heading': 'c',
      'section-parts': [section('p', { heading: 'P', text: 'kept' }), { id: 'new-1' }],
    });
  });

  it('keep, edit, create, delete and reorder in one body', () => {
    const { document, problems } = read({
      sections: [newSection(), 'c', { id: 'a', attributes: { text: 'new' } }],
    });
    expect(ids(document)).toEqual(['new-1', 'c', 'a']);
    expect(problems).toEqual([]);
  });

  it('are one block where the same id stands in two locales', () => {
    const { document } = read({ asides: { en: [{ id: 's', attributes: { text: 'both' } }], it: ['s'] } });
    expect(document.asides).toEqual({
      en: [section('s', { text: 'both' })],
      it: [section('s', { text: 'both' })],
    });
  });

  it('change nothing when a nested answer is sent back', () => {
    const nested = presentAttributes(stored, 'page', true, rules);
    expect(read(nested)).toEqual({ document: stored, problems: [], reasons: [] });
  });

  it.each<[string, unknown, string]>([
    ['an id that the record does not have', ['zzz'], 'VALIDATION_INVALID sections.0'],
    [
      'an update of a block that the record does not have',
      [{ id: 'zzz', attributes: {} }],
      'VALIDATION_INVALID sections.0',
    ],
    ['a new block without a model', [{ type: 'item', attributes: {} }], 'VALIDATION_INVALID sections.0'],
    [
      'a new block of a model that is none for blocks',
      [{ type: 'item', relationships: { item_type: { data: { id: 'page' } } } }],
      'VALIDATION_INVALID sections.0',
    ],
    [
      'another model for a block that exists',
      [{ ...newSection(), relationships: { item_type: { data: { id: 'page' } } }, id: 'a' }],
      'VALIDATION_INVALID sections.0',
    ],
    ['attributes that its model does not have', [newSection({ colour: 'red' })], 'INVALID_ATTRIBUTES'],
    ['something that is no block', [12], 'VALIDATION_INVALID sections.0'],
    ['the same block twice', ['a', 'a'], 'INVALID_FIELD'],
    [
      'a block inside of itself',
      [{ id: 'c', attributes: { parts: [{ id: 'c', attributes: {} }] } }],
      'TECHNICAL_LIMIT_REACHED',
    ],
  ])('cannot be %s', (_title, sections, code) => {
    expect(codes(read({ sections }))).toContain(code);
  });

  it('stay where they were when the sent value cannot be read', () => {
    expect(read({ sections: 'a' }).document.sections).toEqual(stored.sections);
  });
});

describe('the technical limits', () => {
  const nest = (depth: number): object => newSection(depth > 1 ? { parts: [nest(depth - 1)] } : {});

  it('let five levels of blocks in, and not six', () => {
    expect(codes(read({ sections: [nest(5)] }))).toEqual([]);
    expect(codes(read({ sections: [nest(6)] }))).toEqual(['TECHNICAL_LIMIT_REACHED']);
  });

  it('let 500 blocks in, and not 501', () => {
    const many = (count: number) => ({ sections: Array.from({ length: count }, () => newSection()) });
    expect(codes(read({ ...many(500), asides: { en: [] } }, null))).toEqual([]);
    expect(codes(read({ ...many(501), asides: { en: [] } }, null))).toEqual(['TECHNICAL_LIMIT_REACHED']);
  });

  it('count the bytes of a document, not its letters', () => {
    expect(codes(read({ title: 'x'.repeat(300_000) }))).toEqual([]);
    expect(codes(read({ title: 'ü'.repeat(160_000) }))).toEqual(['TECHNICAL_LIMIT_REACHED']);
    expect(codes(read({ title: 'x'.repeat(400_000) }))).toContain('TECHNICAL_LIMIT_REACHED');
  });

  it('stop reading a body that nests for ever', () => {
    expect(codes(read({ sections: [nest(2_000)] }))).toEqual(['TECHNICAL_LIMIT_REACHED']);
  });
});

describe('a new record', () => {
  it('cannot refer to blocks by id, since there are none yet', () => {
    expect(codes(read({ sections: ['a'], asides: { en: [] } }, null))).toContain(
      'VALIDATION_INVALID sections.0',
    );
  });

  it('names at least one locale when it has localized fields', () => {
    expect(codes(read({ title: 'x' }, null))).toEqual(['MISSING_LOCALES']);
  });

  it('stores what stands for null, and null for everything else', () => {
    expect(read({ asides: { it: null } }, null).document).toEqual({
      title: null,
      sections: null,
      asides: { it: null },
      shown: false,
    });
  });

  it('reports every problem of the body at once', () => {
    const body = { sections: [12], asides: { en: [34], xx: [] }, nonsense: 1, more: 2 };
    expect(codes(read(body, null))).toEqual([
      'INVALID_ATTRIBUTES',
      'VALIDATION_INVALID_LOCALES asides',
      'VALIDATION_INVALID sections.0',
      'VALIDATION_INVALID asides.en.0',
    ]);
  });
});

it('gives every new block an id of its own', () => {
  const { document } = read({ sections: [newSection({ parts: [newSection(), newSection()] })] });
  const seen: string[] = [];
  walkBlocks(document, 'page', rules, ({ id }, _depth, locale) => locale === null && seen.push(id));
  expect(new Set(seen).size).toBe(3);
});

it('a field may be called like something that every object has', () => {
  const named = buildTestSchema([
    { apiKey: 'car', fields: [{ apiKey: 'title' }, { apiKey: 'constructor', id: 'maker' }] },
  ]);
  const itemType = named.itemTypes.get('car');
  if (!itemType) throw new Error('no car');
  const request = {
    itemType,
    attributes: { title: 'T' },
    existing: null,
    manageable: null,
    newId: counter(),
  };
  const { document, problems } = readDocument(request, { schema: named, registry: testRegistry });
  expect(problems).toEqual([]);
  expect(document).toEqual({ title: 'T', maker: null });
});
