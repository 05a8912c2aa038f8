import { buildSchema } from 'graphql';
import { describe, expect, it } from 'vitest';
import { deriveProject } from './derive-project.ts';

const COMMON = `
  scalar ItemId scalar DateTime scalar BooleanType scalar JsonField scalar IntType
  enum SiteLocale { en it_IT }
  interface RecordInterface { id: ItemId! _publishedAt: DateTime }
  type FileField { id: ItemId! } type ImageAltFileField { id: ItemId! }
  input StringFilter { eq: String } input SlugFilter { eq: String }
`;

function derive(types: string, root: string) {
  return deriveProject(buildSchema(`${COMMON}${types} type Query { ${root} }`));
}

function fieldsOf(fields: string, more = '', filter = '') {
  const types = `"""Record of type Post (post)""" type PostRecord implements RecordInterface {
    id: ItemId! _publishedAt: DateTime ${fields}
  } ${more} ${filter && `input PostModelFilter { ${filter} }`}`;
  const root = `post${filter && '(filter: PostModelFilter)'}: PostRecord allPosts: [PostRecord!]!`;
  const [post] = derive(types, root).itemTypes;
  return post?.fields.map(({ apiKey, fieldType, localized, validators }) => [
    apiKey,
    fieldType,
    ...(localized ? ['localized'] : []),
    ...Object.keys(validators),
  ]);
}

describe('models from a printed schema', () => {
  it('are told by the descriptions of their types, spaces and brackets included', () => {
    const types = `
      """Record of type 📝 Page (old)  (landing_page)""" type LandingPageRecord { id: ItemId! }
      """Block of type Quote (quote)""" type QuoteRecord { id: ItemId! }`;
    const { itemTypes, locales } = derive(types, 'landingPage: LandingPageRecord quote: QuoteRecord');
    expect(locales).toEqual(['en', 'it-IT']);
    expect(itemTypes).toMatchObject([
      { name: '📝 Page (old) ', apiKey: 'landing_page', modularBlock: false, singleton: true },
      { name: 'Quote', apiKey: 'quote', modularBlock: true, singleton: false },
    ]);
  });

  it.each([
    ['position: IntType', { sortable: true, tree: false }],
    ['position: IntType parent: PageRecord children: [PageRecord!]!', { sortable: false, tree: true }],
    ['_allReferencingPages: [PageRecord!]!', { inverseRelationshipsEnabled: true }],
  ])('with %s are %o', (fields, flags) => {
    const types = `"""Record of type Page (page)""" type PageRecord { id: ItemId! ${fields} }`;
    const { itemTypes } = derive(types, 'page: PageRecord allPages: [PageRecord!]!');
    expect(itemTypes).toMatchObject([{ singleton: false, fields: [], ...flags }]);
  });

  it('go through the workflow whose stages their records have', () => {
    const types = `"Record of type Page (page)" type PageRecord { id: ItemId! _stage: AgencyProgramWorkflowStage! }
      enum AgencyProgramWorkflowStage { draft inReview }`;
    const { workflows, itemTypes } = derive(types, 'page: PageRecord allPages: [PageRecord!]!');
    expect(workflows).toEqual([{ apiKey: 'agency_program', stages: ['draft', 'in_review'] }]);
    expect(itemTypes).toMatchObject([{ workflow: 'agency_program' }]);
  });

  it('were printed strictly when published records certainly have been published', () => {
    const strict = COMMON.replace('_publishedAt: DateTime', '_publishedAt: DateTime!');
    const schema = buildSchema(`${strict} type Query { r: RecordInterface }`);
    expect(deriveProject(schema)).toMatchObject({ strict: true, version: 'published' });
  });
});

describe('fields from a printed schema', () => {
  it('follow their types, filters and arguments', () => {
    const fields = `heroTitle: String! slug: String body(markdown: Boolean): String tag: String
      isHot: BooleanType! note(locale: SiteLocale): String cover: ImageAltFileField photos: [FileField!]!`;
    expect(fieldsOf(fields, '', 'heroTitle: StringFilter slug: SlugFilter tag: SlugFilter')).toEqual([
      ['hero_title', 'string', 'required'],
      ['slug', 'slug'],
      ['body', 'text'],
      ['tag', 'slug'],
      ['is_hot', 'boolean'],
      ['note', 'string', 'localized'],
      ['cover', 'file', 'extension', 'required_alt_title'],
      ['photos', 'gallery'],
    ]);
  });

  it('tell links from blocks by what they lead to', () => {
    const more = `"""Block of type Quote (quote)""" type QuoteRecord { id: ItemId! }
      """Record of type Tag (tag)""" type TagRecord { id: ItemId! }
      union PostModelTopicField = TagRecord | PostRecord
      type PostModelTextField { blocks: [QuoteRecord!]! inlineBlocks: [String!]! links: [TagRecord!]! value: JsonField! }`;
    const fields = `topic: PostModelTopicField! tags: [TagRecord!]! content: [QuoteRecord!]! hero: QuoteRecord
      text: PostModelTextField none: [String!]!`;
    expect(fieldsOf(fields, more)).toEqual([
      ['topic', 'link', 'item_item_type', 'required'],
      ['tags', 'links', 'items_item_type'],
      ['content', 'rich_text', 'rich_text_blocks'],
      ['hero', 'single_block', 'single_block_blocks'],
      [
        'text',
        'structured_text',
        'structured_text_blocks',
        'structured_text_inline_blocks',
        'structured_text_links',
      ],
      ['none', 'rich_text', 'rich_text_blocks'],
    ]);
  });
});
