import { describe, expect, it } from 'vitest';
import { buildBlock, buildParseContext, buildPresentContext } from '../testing/contexts.ts';
import type { Dast, InlineNode, RootChild } from './dast.ts';
import { structuredText } from './structured-text.ts';

const RECORD = 'Tn5XjZJ6QMKdLCUlVCzy1w';
const dast = (...children: RootChild[]): Dast => ({ schema: 'dast', document: { type: 'root', children } });
const paragraph = (...children: InlineNode[]): RootChild => ({ type: 'paragraph', children });
const span = (value: string): InlineNode => ({ type: 'span', value });
const block = (id: string): RootChild => ({ type: 'block', item: buildBlock({ id }) });
const inlineBlock = (id: string): InlineNode => ({ type: 'inlineBlock', item: buildBlock({ id }) });

describe('blocks in structured text', () => {
  const value = dast(block('1'), paragraph(span('a'), inlineBlock('2')), block('3'));

  it('are listed in reading order', () => {
    expect(structuredText.blocks?.(value).map(({ id }) => id)).toEqual(['1', '2', '3']);
  });

  it('can be changed one by one, each under the rule of its place', () => {
    const rules: string[] = [];
    const changed = structuredText.mapBlocks?.(value, (each, rule) => {
      rules.push(`${each.id} ${rule}`);
      return { ...each, id: `${each.id}0` };
    });
    expect(changed).toEqual(dast(block('10'), paragraph(span('a'), inlineBlock('20')), block('30')));
    expect(rules).toContain('1 structured_text_blocks');
    expect(rules).toContain('2 structured_text_inline_blocks');
  });

  it('leave a document that stays valid', () => {
    const without = structuredText.mapBlocks?.(dast(block('1'), paragraph(inlineBlock('2'))), () => null);
    expect(without).toEqual(dast(paragraph(span(''))));
  });

  it('leave nothing where there was nothing else', () => {
    expect(structuredText.mapBlocks?.(dast(block('1')), () => null)).toBeNull();
  });
});

describe('references in structured text', () => {
  it('go from lists, quotes and headings as well, and the linked text stays', () => {
    const item: InlineNode = { type: 'itemLink', item: RECORD, children: [{ type: 'span', value: 'that' }] };
    const document = (...inline: InlineNode[]): Dast =>
      dast(
        { type: 'heading', level: 1, children: inline },
        { type: 'blockquote', children: [{ type: 'paragraph', children: inline }] },
        {
          type: 'list',
          style: 'bulleted',
          children: [{ type: 'listItem', children: [paragraph(...inline) as never] }],
        },
      );
    expect(structuredText.removeReferences?.(document(item), () => true)).toEqual(document(span('that')));
  });

  it('leave an empty span where a record was all there was', () => {
    const value = dast(paragraph({ type: 'inlineItem', item: RECORD }));
    expect(structuredText.removeReferences?.(value, () => true)).toEqual(dast(paragraph(span(''))));
  });
});

describe('a hostile document', () => {
  function nest(levels: number): unknown {
    let list: unknown = { type: 'paragraph', children: [span('deep')] };
    for (let level = 0; level < levels; level++) {
      list = { type: 'list', style: 'bulleted', children: [{ type: 'listItem', children: [list] }] };
    }
    return { schema: 'dast', document: { type: 'root', children: [list] } };
  }

  it('may nest lists as deep as anybody reads', () => {
    expect(structuredText.parse(nest(30), buildParseContext('structured_text'))).toBeDefined();
  });

  it('is refused when it nests too deep, without using up the stack', () => {
    const context = buildParseContext('structured_text');
    expect(structuredText.parse(nest(3_000), context)).toBeUndefined();
    expect(context.problems).toHaveLength(1);
  });

  it('is answered with a hundred problems at most', () => {
    const context = buildParseContext('structured_text');
    const children = Array.from({ length: 5_000 }, () => ({ type: 'paragraph', children: [] }));
    structuredText.parse({ schema: 'dast', document: { type: 'root', children } }, context);
    expect(context.problems).toHaveLength(100);
  });
});

describe('any document', () => {
  it('that was read can be shown, read again and shown the same', () => {
    const random = pseudoRandom(7);
    for (let round = 0; round < 300; round++) {
      const document = buildRandomDocument(random);
      const context = buildParseContext('structured_text');
      const value = structuredText.parse(document, context) as Dast;
      expect(context.problems).toEqual([]);
      expect(structuredText.present(value, buildPresentContext())).toEqual(document);
    }
  });

  it('stays readable after it lost any of its blocks and references', () => {
    const random = pseudoRandom(11);
    for (let round = 0; round < 300; round++) {
      const value = structuredText.parse(
        buildRandomDocument(random),
        buildParseContext('structured_text'),
      ) as Dast;
      const thinner = structuredText.mapBlocks?.(value, (each) => (random() < 0.5 ? each : null)) ?? null;
      const thinnest = thinner && structuredText.removeReferences?.(thinner as Dast, () => random() < 0.5);
      if (!thinnest) continue;
      const context = buildParseContext('structured_text');
      structuredText.parse(structuredText.present(thinnest as Dast, buildPresentContext()), context);
      expect(context.problems).toEqual([]);
    }
  });
});

/** A fixed sequence (mulberry32), so that a failure can be repeated. */
function pseudoRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function buildRandomDocument(random: () => number): object {
  const pick = <Choice>(...choices: (() => Choice)[]): Choice =>
    (choices[Math.floor(random() * choices.length)] ?? (choices[0] as () => Choice))();
  const some = <Each>(build: () => Each): Each[] =>
    Array.from({ length: 1 + Math.floor(random() * 3) }, build);
  const spans = () => some(() => ({ type: 'span', value: `text ${random()}` }));
  const inline = () =>
    pick<object>(
      () => ({ type: 'span', marks: ['strong'], value: 'bold' }),
      () => ({ type: 'link', url: '/', children: spans() }),
      () => ({ type: 'itemLink', item: RECORD, meta: [{ id: 'rel', value: 'me' }], children: spans() }),
      () => ({ type: 'inlineItem', item: RECORD }),
      () => ({ type: 'inlineBlock', item: RECORD }),
    );
  const text = () => ({ type: 'paragraph', children: some(inline) });
  const list = (depth: number): object => ({
    type: 'list',
    style: 'numbered',
    children: some(() => ({
      type: 'listItem',
      children: some(() => (depth < 3 && random() < 0.3 ? list(depth + 1) : text())),
    })),
  });
  const children = some(() =>
    pick<object>(
      text,
      () => ({ type: 'heading', level: 3, children: some(inline) }),
      () => list(0),
      () => ({ type: 'blockquote', children: some(text) }),
      () => ({ type: 'code', code: 'x' }),
      () => ({ type: 'block', item: RECORD }),
      () => ({ type: 'thematicBreak' }),
    ),
  );
  return { schema: 'dast', document: { type: 'root', children } };
}
