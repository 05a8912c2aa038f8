import { BLOCK_ID, buildBlock } from '../testing/contexts.ts';
import type { Samples } from '../testing/samples.ts';

const RECORD = 'Tn5XjZJ6QMKdLCUlVCzy1w';
const span = (value: string) => ({ type: 'span', value });
const paragraph = (...children: object[]) => ({ type: 'paragraph', children });
const dast = (...children: object[]) => ({ schema: 'dast', document: { type: 'root', children } }) as never;

const EVERY_NODE = dast(
  { type: 'heading', level: 2, children: [{ type: 'span', marks: ['strong', 'my-own'], value: 'Title' }] },
  {
    type: 'paragraph',
    style: 'lead',
    children: [
      span('Read '),
      {
        type: 'link',
        url: '/about',
        meta: [
          { id: 'target', value: '_blank' },
          { id: 'rel', value: 'nofollow' },
        ],
        children: [span('this')],
      },
      { type: 'itemLink', item: RECORD, children: [span('that')] },
      { type: 'inlineItem', item: '12345' },
    ],
  },
  {
    type: 'list',
    style: 'bulleted',
    children: [
      {
        type: 'listItem',
        children: [
          paragraph(span('one')),
          {
            type: 'list',
            style: 'numbered',
            children: [{ type: 'listItem', children: [paragraph(span('two'))] }],
          },
        ],
      },
    ],
  },
  { type: 'blockquote', attribution: 'Oscar Wilde', children: [paragraph(span('Be yourself'))] },
  { type: 'code', language: 'js', highlight: [0, 2], code: 'a()\nb()' },
  { type: 'thematicBreak' },
);

const within = (...keys: (string | number)[]) => ['document', 'children', 0, ...keys];

export const samples: Samples = {
  valid: [
    { input: EVERY_NODE },
    {
      input: dast({ type: 'block', item: BLOCK_ID }, paragraph({ type: 'inlineBlock', item: '12345' })),
      stored: dast(
        { type: 'block', item: buildBlock() },
        paragraph({ type: 'inlineBlock', item: buildBlock({ id: '12345' }) }),
      ),
      presented: dast({ type: 'block', item: BLOCK_ID }, paragraph({ type: 'inlineBlock', item: '12345' })),
    },
    {
      input: {
        document: {
          children: [{ children: [{ value: 'a', type: 'span' }], type: 'paragraph' }],
          type: 'root',
        },
        schema: 'dast',
      },
      stored: dast(paragraph(span('a'))),
      presented: dast(paragraph(span('a'))),
    },
  ],
  invalid: [
    { input: 'text' },
    { input: { schema: 'slate', document: {} }, paths: [['schema']] },
    { input: { schema: 'dast' }, paths: [['document']] },
    { input: { schema: 'dast', document: paragraph(span('a')) }, paths: [['document', 'type']] },
    { input: dast(), paths: [['document', 'children']] },
    { input: dast(span('a')), paths: [within('type')] },
    { input: dast(null as never), paths: [within()] },
    { input: dast({ type: '__proto__' }), paths: [within('type')] },
    { input: dast({ type: 'paragraph' }), paths: [within('children')] },
    {
      input: dast(paragraph({ type: 'span', text: 'a' })),
      paths: [within('children', 0, 'text'), within('children', 0, 'value')],
    },
    { input: dast(paragraph({ type: 'span', value: 'a\0' })), paths: [within('children', 0, 'value')] },
    {
      input: dast(paragraph({ type: 'span', value: 'a', marks: 'strong' })),
      paths: [within('children', 0, 'marks')],
    },
    { input: dast({ type: 'heading', level: 7, children: [span('a')] }), paths: [within('level')] },
    {
      input: dast({ type: 'list', style: 'dashed', children: [paragraph(span('a'))] }),
      paths: [within('style'), within('children', 0, 'type')],
    },
    { input: dast({ type: 'code', highlight: [-1] }), paths: [within('highlight'), within('code')] },
    { input: dast({ type: 'thematicBreak', children: [] }), paths: [within('children')] },
    {
      input: dast(
        paragraph({
          type: 'link',
          url: '/',
          meta: [{ id: 'rel' }],
          children: [{ type: 'inlineItem', item: RECORD }],
        }),
      ),
      paths: [within('children', 0, 'meta'), within('children', 0, 'children', 0, 'type')],
    },
    {
      input: dast(paragraph({ type: 'inlineItem', item: { id: RECORD } })),
      paths: [within('children', 0, 'item')],
    },
    { input: dast({ type: 'block', item: 3 }), paths: [within('item')] },
    { input: dast(paragraph({ type: 'block', item: BLOCK_ID })), paths: [within('children', 0, 'type')] },
  ],
  blank: [dast(paragraph(span(''))), dast(paragraph(span(' '), span('\n')))],
  references: {
    value: dast(
      paragraph(
        { type: 'itemLink', item: RECORD, children: [span('that')] },
        { type: 'inlineItem', item: '12345' },
      ),
    ),
    are: [
      { kind: 'item', id: RECORD, path: within('children', 0, 'item') },
      { kind: 'item', id: '12345', path: within('children', 1, 'item') },
    ],
    afterLosingFirst: dast(paragraph(span('that'), { type: 'inlineItem', item: '12345' })),
  },
  texts: [{ value: EVERY_NODE, text: 'Title\nRead thisthat\none\ntwo\nBe yourself\na()\nb()' }],
};
