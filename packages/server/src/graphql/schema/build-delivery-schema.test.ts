import { DEFAULT_ENVIRONMENT_FLAGS } from '@recto/content/schema/environment-flags';
import { buildSchema, printSchema, validateSchema } from 'graphql';
import { describe, expect, it } from 'vitest';
import { buildTestDelivery, fieldTypes, printBare } from './testing.ts';

const required = { required: {} };

describe('the root of the delivery schema', () => {
  it('finds, lists and counts the records of a collection', () => {
    const schema = buildTestDelivery([{ apiKey: 'sales_person' }]);
    expect(fieldTypes(schema, 'Query')).toEqual({
      _allSalesPeopleMeta: 'CollectionMetadata!',
      _allUploadsMeta: 'CollectionMetadata!',
      _site: 'Site!',
      allSalesPeople: '[SalesPersonRecord!]!',
      allUploads: '[FileField!]!',
      salesPerson: 'SalesPersonRecord',
      upload: 'FileField',
    });
  });

  it('only finds the record of a single-instance model, and no block by itself', () => {
    const schema = buildTestDelivery([
      { apiKey: 'homepage', singleton: true },
      { apiKey: 'quote', modularBlock: true },
    ]);
    expect(Object.keys(fieldTypes(schema, 'Query'))).toEqual([
      '_allUploadsMeta',
      '_site',
      'allUploads',
      'homepage',
      'upload',
    ]);
    expect(schema.getType('HomepageModelFilter')).toBeUndefined();
  });

  it('takes the documented arguments in their order', () => {
    const schema = buildTestDelivery([{ apiKey: 'post' }]);
    const posts = schema.getQueryType()?.getFields().allPosts;
    expect(posts?.args.map((arg) => `${arg.name}: ${arg.type}`)).toEqual([
      'locale: SiteLocale',
      'fallbackLocales: [SiteLocale!]',
      'skip: IntType',
      'first: IntType',
      'filter: PostModelFilter',
      'orderBy: [PostModelOrderBy]',
    ]);
  });

  it.each([
    ['_updatedAt_DESC', {}],
    ['position_ASC', { sortable: true }],
    ['position_ASC', { tree: true }],
  ])('orders by %s when nothing else is asked of %o', (order, flags) => {
    const schema = buildTestDelivery([{ apiKey: 'post', ...flags }]);
    const orderBy = schema
      .getQueryType()
      ?.getFields()
      .allPosts?.args.find((arg) => arg.name === 'orderBy');
    expect(orderBy?.defaultValue).toEqual([order]);
  });

  it('is a valid schema that its own print reads back, types in the order of their names', () => {
    const schema = buildTestDelivery(
      [
        {
          apiKey: 'page',
          tree: true,
          inverseRelationshipsEnabled: true,
          fields: [
            { apiKey: 'title', localized: true },
            {
              apiKey: 'related',
              fieldType: 'links',
              validators: { items_item_type: { item_types: ['page'] } },
            },
          ],
        },
      ],
      { locales: ['en', 'it-IT'] },
    );
    expect(validateSchema(schema)).toEqual([]);
    const printed = printSchema(schema);
    expect(printSchema(buildSchema(printed))).toBe(printed);
    const names = [...printed.matchAll(/^(?:type|input|enum|interface|union|scalar) (\w+)/gm)].map(
      ([, name]) => name,
    );
    expect(names).toEqual([...names].sort());
  });
});

describe('the type of a record', () => {
  it('shows each field as its kind does', () => {
    const schema = buildTestDelivery([
      {
        apiKey: 'post',
        fields: [
          { apiKey: 'title' },
          { apiKey: 'slug', fieldType: 'slug' },
          { apiKey: 'body', fieldType: 'text' },
          { apiKey: 'is_hot', fieldType: 'boolean' },
          { apiKey: 'votes', fieldType: 'integer' },
          { apiKey: 'price', fieldType: 'float' },
          { apiKey: 'day', fieldType: 'date' },
          { apiKey: 'moment', fieldType: 'date_time' },
          { apiKey: 'data', fieldType: 'json' },
          { apiKey: 'tint', fieldType: 'color' },
          { apiKey: 'place', fieldType: 'lat_lon' },
          { apiKey: 'clip', fieldType: 'video' },
          { apiKey: 'seo', fieldType: 'seo' },
          { apiKey: 'cover', fieldType: 'file' },
          { apiKey: 'photos', fieldType: 'gallery' },
          { apiKey: 'twin', fieldType: 'link', validators: { item_item_type: { item_types: ['post'] } } },
          { apiKey: 'others', fieldType: 'links', validators: { items_item_type: { item_types: ['post'] } } },
        ],
      },
    ]);
    expect(fieldTypes(schema, 'PostRecord')).toEqual({
      body: 'String',
      clip: 'VideoField',
      cover: 'FileField',
      data: 'JsonField',
      day: 'Date',
      isHot: 'BooleanType!',
      moment: 'DateTime',
      others: '[PostRecord!]!',
      photos: '[FileField!]!',
      place: 'LatLonField',
      price: 'FloatType',
      seo: 'SeoField',
      slug: 'String',
      tint: 'ColorField',
      title: 'String',
      twin: 'PostRecord',
      votes: 'IntType',
    });
  });

  it('lets every long text be read as HTML', () => {
    const schema = buildTestDelivery([{ apiKey: 'post', fields: [{ apiKey: 'body', fieldType: 'text' }] }]);
    expect(printBare(schema, 'PostRecord')).toContain('body(\n    markdown: Boolean\n  ): String');
  });

  it('places the records of a tree', () => {
    const schema = buildTestDelivery([{ apiKey: 'page', tree: true }]);
    expect(fieldTypes(schema, 'PageRecord')).toEqual({
      children: '[PageRecord!]!',
      parent: 'PageRecord',
      position: 'IntType',
    });
  });

  it('promises what rules demand only under strict mode', () => {
    const fields = [
      { apiKey: 'title', validators: required },
      { apiKey: 'note' },
      { apiKey: 'cover', fieldType: 'file' as const, validators: required },
    ];
    const loose = buildTestDelivery([{ apiKey: 'post', fields }]);
    const strict = buildTestDelivery([{ apiKey: 'post', fields }], {}, { strict: true });
    expect(fieldTypes(loose, 'PostRecord')).toEqual({ cover: 'FileField', note: 'String', title: 'String' });
    expect(fieldTypes(strict, 'PostRecord')).toEqual({
      cover: 'FileField!',
      note: 'String',
      title: 'String!',
    });
  });

  it.each([
    ['published', 'DateTime!'],
    ['current', 'DateTime'],
  ] as const)('promises dates of publication when only valid %s versions are read: %s', (version, type) => {
    const schema = buildTestDelivery([{ apiKey: 'post' }], {}, { strict: true, version });
    expect(printBare(schema, 'PostRecord')).toContain(`_publishedAt: ${type}\n`);
    expect(printBare(schema, 'RecordInterface')).toContain(`_firstPublishedAt: ${type}\n`);
  });

  it.each([
    [{ extension: { predefined_list: 'transformable_image' } }, 'ImageFileField'],
    [{ extension: { predefined_list: 'video' }, required_alt_title: { alt: true } }, 'VideoAltFileField'],
    [{ required_alt_title: { alt: true, title: true } }, 'AltTitleFileField'],
    [{ required_alt_title: { title: true } }, 'TitleFileField'],
    [{ extension: { predefined_list: 'image' } }, 'FileField'],
  ])('gives assets under %o a type of their own in strict mode: %s', (validators, type) => {
    const sketch = [
      { apiKey: 'post', fields: [{ apiKey: 'cover', fieldType: 'file' as const, validators }] },
    ];
    const schema = buildTestDelivery(sketch, {}, { strict: true });
    expect(fieldTypes(schema, 'PostRecord')).toEqual({ cover: type });
  });
});

describe('places for several models', () => {
  const blocks = [
    { apiKey: 'quote', modularBlock: true },
    { apiKey: 'cta', modularBlock: true },
  ];
  const modular = (itemTypes: string[]) => ({
    apiKey: 'post',
    fields: [
      {
        apiKey: 'main_content',
        fieldType: 'rich_text' as const,
        validators: { rich_text_blocks: { item_types: itemTypes } },
      },
    ],
  });

  it('are a union, its members by name', () => {
    const schema = buildTestDelivery([...blocks, modular(['quote', 'cta'])]);
    expect(fieldTypes(schema, 'PostRecord')).toEqual({ mainContent: '[PostModelMainContentField!]!' });
    expect(printBare(schema, 'PostModelMainContentField')).toBe(
      'union PostModelMainContentField = CtaRecord | QuoteRecord',
    );
  });

  it('are the record type itself when one model is left', () => {
    const schema = buildTestDelivery([...blocks, modular(['quote'])]);
    expect(fieldTypes(schema, 'PostRecord')).toEqual({ mainContent: '[QuoteRecord!]!' });
  });

  it('are a list that is always empty when none is left', () => {
    const schema = buildTestDelivery([...blocks, modular([])]);
    expect(fieldTypes(schema, 'PostRecord')).toEqual({ mainContent: '[String!]!' });
  });

  it('are three in structured text', () => {
    const validators = {
      structured_text_blocks: { item_types: ['quote', 'cta'] },
      structured_text_inline_blocks: { item_types: ['cta'] },
      structured_text_links: { item_types: [] },
    };
    const field = { apiKey: 'body', fieldType: 'structured_text' as const, validators };
    const schema = buildTestDelivery([...blocks, { apiKey: 'post', fields: [field] }]);
    expect(fieldTypes(schema, 'PostModelBodyField')).toEqual({
      blocks: '[PostModelBodyBlocksField!]!',
      inlineBlocks: '[CtaRecord!]!',
      links: '[String!]!',
      value: 'JsonField!',
    });
    const flags = { ...DEFAULT_ENVIRONMENT_FLAGS, improved_exposure_of_inline_blocks_in_cda: false };
    const older = buildTestDelivery([...blocks, { apiKey: 'post', fields: [field] }], { flags });
    expect(Object.keys(fieldTypes(older, 'PostModelBodyField'))).toEqual(['blocks', 'links', 'value']);
  });
});

describe('a model that the caller may not read', () => {
  const link = (itemTypes: string[]) => ({ item_item_type: { item_types: itemTypes } });
  const sketch = [
    { apiKey: 'secret', fields: [{ apiKey: 'to', fieldType: 'link' as const, validators: link(['post']) }] },
    { apiKey: 'author' },
    {
      apiKey: 'post',
      inverseRelationshipsEnabled: true,
      fields: [
        { apiKey: 'hidden', fieldType: 'link' as const, validators: link(['secret']) },
        { apiKey: 'either', fieldType: 'link' as const, validators: link(['secret', 'author']) },
      ],
    },
  ];

  it('leaves no trace in the schema', () => {
    const schema = buildTestDelivery(sketch, {}, { visibleItemTypes: new Set(['post', 'author']) });
    expect(printSchema(schema)).not.toMatch(/secret/i);
    expect(fieldTypes(schema, 'PostRecord')).toEqual({ either: 'AuthorRecord' });
  });

  it('is there for others', () => {
    const schema = buildTestDelivery(sketch);
    expect(Object.keys(fieldTypes(schema, 'PostRecord'))).toEqual([
      '_allReferencingSecrets',
      '_allReferencingSecretsMeta',
      'either',
      'hidden',
    ]);
  });
});
