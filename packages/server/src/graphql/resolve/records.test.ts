import { DEFAULT_ENVIRONMENT_FLAGS } from '@recto/content/schema/environment-flags';
import { describe, expect, it } from 'vitest';
import { buildDelivery, buildUpload } from './testing.ts';

const link = (...itemTypes: string[]) => ({ item_item_type: { item_types: itemTypes } });

describe('records', () => {
  it('answer fields and metas, moments on the clock of the project', async () => {
    const delivery = buildDelivery({
      itemTypes: [
        { apiKey: 'post', fields: [{ apiKey: 'title' }, { apiKey: 'is_hot', fieldType: 'boolean' }] },
      ],
      settings: { timeZone: 'Europe/Rome' },
      items: [{ id: 'a', itemTypeId: 'post', values: { title: 'Hello' } }],
    });
    expect(
      await delivery.read('{ post { id title isHot _createdAt _status _isValid _modelApiKey __typename } }'),
    ).toEqual({
      post: {
        id: 'a',
        title: 'Hello',
        isHot: false,
        _createdAt: '2026-01-02T04:04:05+01:00',
        _status: 'published',
        _isValid: true,
        _modelApiKey: 'post',
        __typename: 'PostRecord',
      },
    });
  });

  it('answer JSON as a value, and colors, places and videos by their parts', async () => {
    const delivery = buildDelivery({
      itemTypes: [
        {
          apiKey: 'post',
          fields: [
            { apiKey: 'data', fieldType: 'json' },
            { apiKey: 'tint', fieldType: 'color' },
            { apiKey: 'place', fieldType: 'lat_lon' },
          ],
        },
      ],
      items: [
        {
          id: 'a',
          itemTypeId: 'post',
          values: {
            data: '{"a":[1]}',
            tint: { red: 255, green: 0, blue: 16, alpha: 128 },
            place: { latitude: 45.4, longitude: 9.1 },
          },
        },
      ],
    });
    expect(
      await delivery.read('{ post { data tint { red hex cssRgb } place { latitude longitude } } }'),
    ).toEqual({
      post: {
        data: { a: [1] },
        tint: { red: 255, hex: '#FF001080', cssRgb: 'rgba(255, 0, 16, 0.5)' },
        place: { latitude: 45.4, longitude: 9.1 },
      },
    });
  });

  it('render Markdown when asked to', async () => {
    const delivery = buildDelivery({
      itemTypes: [{ apiKey: 'post', fields: [{ apiKey: 'body', fieldType: 'text' }] }],
      items: [{ id: 'a', itemTypeId: 'post', values: { body: 'a *b*' } }],
    });
    expect(await delivery.read('{ post { body html: body(markdown: true) } }')).toEqual({
      post: { body: 'a *b*', html: '<p>a <em>b</em></p>' },
    });
  });

  it('follow links, leaving out what cannot be seen', async () => {
    const delivery = buildDelivery({
      itemTypes: [
        { apiKey: 'author', fields: [{ apiKey: 'name' }] },
        { apiKey: 'tag' },
        {
          apiKey: 'post',
          fields: [
            { apiKey: 'writer', fieldType: 'link', validators: link('author') },
            { apiKey: 'gone', fieldType: 'link', validators: link('author') },
            { apiKey: 'topic', fieldType: 'link', validators: link('author', 'tag') },
            {
              apiKey: 'authors',
              fieldType: 'links',
              validators: { items_item_type: { item_types: ['author'] } },
            },
          ],
        },
      ],
      items: [
        { id: 'ann', itemTypeId: 'author', values: { name: 'Ann' } },
        { id: 'bob', itemTypeId: 'author', values: { name: 'Bob' }, published: null },
        { id: 'red', itemTypeId: 'tag' },
        {
          id: 'a',
          itemTypeId: 'post',
          values: { writer: 'ann', gone: 'bob', topic: 'red', authors: ['bob', 'ann', 'red'] },
        },
      ],
    });
    const query =
      '{ post { writer { name } gone { name } topic { __typename ... on RecordInterface { id } } authors { name } } }';
    expect(await delivery.read(query)).toEqual({
      post: {
        writer: { name: 'Ann' },
        gone: null,
        topic: { __typename: 'TagRecord', id: 'red' },
        authors: [{ name: 'Ann' }],
      },
    });
  });

  it('know their parents and children', async () => {
    const delivery = buildDelivery({
      itemTypes: [{ apiKey: 'page', tree: true }],
      items: [
        { id: 'a', itemTypeId: 'page', position: 1 },
        { id: 'b', itemTypeId: 'page', parentId: 'a', position: 1 },
      ],
    });
    expect(
      await delivery.read('{ allPages { id position parent { id } children { id parent { id } } } }'),
    ).toEqual({
      allPages: [
        { id: 'a', position: 1, parent: null, children: [{ id: 'b', parent: { id: 'a' } }] },
        { id: 'b', position: 1, parent: { id: 'a' }, children: [] },
      ],
    });
  });
});

describe('blocks', () => {
  const itemTypes = [
    { apiKey: 'quote', modularBlock: true, fields: [{ apiKey: 'text' }] },
    { apiKey: 'cta', modularBlock: true, fields: [{ apiKey: 'label' }] },
    {
      apiKey: 'post',
      fields: [
        {
          apiKey: 'content',
          fieldType: 'rich_text' as const,
          validators: { rich_text_blocks: { item_types: ['quote', 'cta'] } },
        },
        {
          apiKey: 'hero',
          fieldType: 'single_block' as const,
          validators: { single_block_blocks: { item_types: ['cta'] } },
        },
      ],
    },
  ];
  const cta = (id: string) => ({ id, itemTypeId: 'cta', values: { label: `Go ${id}` } });

  it('are selected by their types and share the metas of their record', async () => {
    const quote = { id: 'q', itemTypeId: 'quote', values: { text: 'So it is' } };
    const values = { content: [quote, cta('c')], hero: cta('h') };
    const delivery = buildDelivery({ itemTypes, items: [{ id: 'a', itemTypeId: 'post', values }] });
    const query = `{ post {
      content { __typename ... on RecordInterface { id _modelApiKey } ... on QuoteRecord { text } }
      hero { label _status }
    } }`;
    expect(await delivery.read(query)).toEqual({
      post: {
        content: [
          { __typename: 'QuoteRecord', id: 'q', _modelApiKey: 'quote', text: 'So it is' },
          { __typename: 'CtaRecord', id: 'c', _modelApiKey: 'cta' },
        ],
        hero: { label: 'Go h', _status: 'published' },
      },
    });
  });

  it('are nothing where there are none', async () => {
    const delivery = buildDelivery({ itemTypes, items: [{ id: 'a', itemTypeId: 'post' }] });
    expect(await delivery.read('{ post { content { __typename } hero { id } } }')).toEqual({
      post: { content: [], hero: null },
    });
  });
});

describe('structured text', () => {
  it('keeps ids in the document, and answers each block and linked record once', async () => {
    const inner = { id: 'q', itemTypeId: 'quote', values: { text: 'Said' } };
    const inline = { id: 'i', itemTypeId: 'quote', values: { text: 'In line' } };
    const itemLink = { type: 'itemLink', item: 'a', children: [{ type: 'span', value: 'me' }] };
    const body = {
      schema: 'dast',
      document: {
        type: 'root',
        children: [
          {
            type: 'paragraph',
            children: [itemLink, { type: 'inlineItem', item: 'a' }, { type: 'inlineBlock', item: inline }],
          },
          { type: 'block', item: inner },
        ],
      },
    };
    const validators = {
      structured_text_blocks: { item_types: ['quote'] },
      structured_text_inline_blocks: { item_types: ['quote'] },
      structured_text_links: { item_types: ['post'] },
    };
    const project = {
      itemTypes: [
        { apiKey: 'quote', modularBlock: true, fields: [{ apiKey: 'text' }] },
        { apiKey: 'post', fields: [{ apiKey: 'body', fieldType: 'structured_text' as const, validators }] },
      ],
      items: [{ id: 'a', itemTypeId: 'post', values: { body } }],
    };
    const delivery = buildDelivery(project);
    const answer = await delivery.read(
      '{ post { body { value blocks { id text } inlineBlocks { id } links { id } } } }',
    );
    expect(answer).toEqual({
      post: {
        body: {
          value: {
            schema: 'dast',
            document: {
              type: 'root',
              children: [
                {
                  type: 'paragraph',
                  children: [itemLink, { type: 'inlineItem', item: 'a' }, { type: 'inlineBlock', item: 'i' }],
                },
                { type: 'block', item: 'q' },
              ],
            },
          },
          blocks: [{ id: 'q', text: 'Said' }],
          inlineBlocks: [{ id: 'i' }],
          links: [{ id: 'a' }],
        },
      },
    });
    const flags = { ...DEFAULT_ENVIRONMENT_FLAGS, improved_exposure_of_inline_blocks_in_cda: false };
    const older = buildDelivery({ ...project, settings: { flags } });
    expect(await older.read('{ post { body { blocks { id } } } }')).toEqual({
      post: { body: { blocks: [{ id: 'i' }, { id: 'q' }] } },
    });
  });
});

describe('assets', () => {
  const defaults = {
    en: { alt: 'A boat', title: 'Boat', custom_data: { by: 'us' }, focal_point: { x: 0.1, y: 0.2 } },
    it: { alt: 'Una barca', title: null, custom_data: {}, focal_point: null },
  };
  const uploads = [buildUpload({ id: 'boat', defaultFieldMetadata: defaults })];
  const itemTypes = [
    {
      apiKey: 'post',
      fields: [
        { apiKey: 'cover', fieldType: 'file' as const },
        { apiKey: 'photos', fieldType: 'gallery' as const },
      ],
    },
  ];
  const asset = {
    upload_id: 'boat',
    alt: null,
    title: null,
    custom_data: {},
    focal_point: null,
    poster_time: null,
  };
  const settings = { locales: ['en', 'it'] };

  it('show what the field says, else the details of the upload in the locale', async () => {
    const cover = { ...asset, title: 'Our boat', custom_data: { of: 'ours' } };
    const items = [{ id: 'a', itemTypeId: 'post', values: { cover } }];
    const delivery = buildDelivery({ itemTypes, settings, items, uploads });
    const query = `{ post { cover {
      url alt title customData focalPoint { x y }
      italian: alt(locale: it) name: title(locale: it) none: customData(locale: it, fallbackLocales: [en])
    } } }`;
    expect(await delivery.read(query)).toEqual({
      post: {
        cover: {
          url: 'https://cms.test/assets/1/boat.jpg',
          alt: 'A boat',
          title: 'Our boat',
          customData: { by: 'us', of: 'ours' },
          focalPoint: { x: 0.1, y: 0.2 },
          italian: 'Una barca',
          name: 'Our boat',
          none: { by: 'us', of: 'ours' },
        },
      },
    });
  });

  it('are left out of a gallery when they are gone', async () => {
    const photos = [{ ...asset, upload_id: 'gone' }, asset];
    const items = [{ id: 'a', itemTypeId: 'post', values: { photos } }];
    const delivery = buildDelivery({ itemTypes, settings, items, uploads });
    const query = '{ post { photos { id ... on FileFieldInterface { width tags } } } }';
    expect(await delivery.read(query)).toEqual({ post: { photos: [{ id: 'boat', width: 800, tags: [] }] } });
  });

  it('carry rendering parameters in their URL', async () => {
    const items = [{ id: 'a', itemTypeId: 'post', values: { cover: asset } }];
    const delivery = buildDelivery({ itemTypes, settings, items, uploads });
    const query =
      '{ post { cover { url(imgixParams: { w: 300, auto: [format, compress], txtAlign: center, fm: webp, txt: "a b" }) } } }';
    expect(await delivery.read(query)).toEqual({
      post: {
        cover: {
          url: 'https://cms.test/assets/1/boat.jpg?auto=format,compress&fm=webp&txt=a%20b&txt-align=center&w=300',
        },
      },
    });
  });
});
