import { describe, expect, it } from 'vitest';
import { buildTestDelivery, printBare } from './testing.ts';

describe('the filter of a model', () => {
  it('has the metas in their order, then the fields by name', () => {
    const schema = buildTestDelivery([
      {
        apiKey: 'page',
        tree: true,
        fields: [
          { apiKey: 'title' },
          { apiKey: 'body', fieldType: 'text' },
          { apiKey: 'content', fieldType: 'rich_text', validators: { rich_text_blocks: { item_types: [] } } },
        ],
      },
    ]);
    expect(printBare(schema, 'PageModelFilter')).toBe(`input PageModelFilter {
  _createdAt: CreatedAtFilter
  id: ItemIdFilter
  _firstPublishedAt: PublishedAtFilter
  parent: ParentFilter
  position: PositionFilter
  _publicationScheduledAt: PublishedAtFilter
  _unpublishingScheduledAt: PublishedAtFilter
  _publishedAt: PublishedAtFilter
  _status: StatusFilter
  _updatedAt: UpdatedAtFilter
  _isValid: BooleanFilter
  body: TextFilter
  title: StringFilter
  OR: [PageModelFilter]
  AND: [PageModelFilter]
}`);
  });

  it('leaves the order to what can be ordered', () => {
    const schema = buildTestDelivery([
      { apiKey: 'page', fields: [{ apiKey: 'title' }, { apiKey: 'slug', fieldType: 'slug' }] },
    ]);
    const printed = printBare(schema, 'PageModelOrderBy');
    expect(printed).toContain('  title_ASC\n  title_DESC\n');
    expect(printed).not.toMatch(/slug|position|parent/);
  });
});

describe('deep filters', () => {
  const modular = {
    apiKey: 'content',
    fieldType: 'rich_text' as const,
    deepFilteringEnabled: true,
    validators: { rich_text_blocks: { item_types: ['quote', 'cta_block'] } },
  };
  const structured = {
    apiKey: 'body',
    fieldType: 'structured_text' as const,
    deepFilteringEnabled: true,
    validators: { structured_text_blocks: { item_types: ['quote'] } },
  };
  const blocks = [
    {
      apiKey: 'quote',
      modularBlock: true,
      fields: [{ apiKey: 'author' }, { ...structured, deepFilteringEnabled: false }, modular],
    },
    { apiKey: 'cta_block', modularBlock: true },
  ];

  it('ask about the blocks of modular content, in the order of the rule', () => {
    const schema = buildTestDelivery([...blocks, { apiKey: 'post', fields: [modular] }]);
    expect(printBare(schema, 'PostModelContentFieldFilter')).toBe(`input PostModelContentFieldFilter {
  any: PostModelContentFieldBlocksConditions
  exists: BooleanType
  containsAny: PostModelContentFieldBlocksPresence
}`);
    expect(printBare(schema, 'PostModelContentFieldBlocksConditions')).toBe(
      `input PostModelContentFieldBlocksConditions {
  quote: QuoteModelFilter
  ctaBlock: CtaBlockModelFilter
}`,
    );
  });

  it('see one level of ordinary fields in a block', () => {
    const schema = buildTestDelivery([...blocks, { apiKey: 'post', fields: [modular] }]);
    expect(printBare(schema, 'QuoteModelFilter')).toBe(`input QuoteModelFilter {
  id: ItemIdFilter
  author: StringFilter
  OR: [QuoteModelFilter]
  AND: [QuoteModelFilter]
}`);
  });

  it('keep the operators on structured text under a key of their own', () => {
    const schema = buildTestDelivery([...blocks, { apiKey: 'post', fields: [structured] }]);
    expect(printBare(schema, 'PostModelBodyFieldFilter')).toBe(`input PostModelBodyFieldFilter {
  value: StructuredTextFilter
  blocks: PostModelBodyFieldBlocksFilter
}`);
  });

  it('are not there for a field that lets no block in', () => {
    const field = { ...modular, validators: { rich_text_blocks: { item_types: [] } } };
    const schema = buildTestDelivery([{ apiKey: 'post', fields: [field] }]);
    expect(printBare(schema, 'PostModelFilter')).not.toContain('content');
  });
});

describe('inverse relationships', () => {
  const link = { fieldType: 'link' as const, validators: { item_item_type: { item_types: ['author'] } } };
  const tabs = (itemTypes: string[]) => ({
    fieldType: 'rich_text' as const,
    validators: { rich_text_blocks: { item_types: itemTypes } },
  });

  it('name each place that can hold the link, and enter no block inside itself', () => {
    const schema = buildTestDelivery([
      { apiKey: 'author', inverseRelationshipsEnabled: true },
      {
        apiKey: 'tab',
        modularBlock: true,
        fields: [
          { apiKey: 'writer', ...link },
          { apiKey: 'more', ...tabs(['tab']) },
        ],
      },
      { apiKey: 'tabs_block', modularBlock: true, fields: [{ apiKey: 'tabs', ...tabs(['tab']) }] },
      {
        apiKey: 'blog_post',
        fields: [
          { apiKey: 'reviewer', ...link },
          { apiKey: 'content', ...tabs(['tabs_block']) },
        ],
      },
    ]);
    expect(printBare(schema, 'BlogPostModelFieldsReferencingAuthorModel')).toBe(
      `enum BlogPostModelFieldsReferencingAuthorModel {
  blogPost_content
  blogPost_content__tabsBlock_tabs__tab_writer
  blogPost_reviewer
}`,
    );
  });

  it('are offered from single-instance models too, with locales after the project', () => {
    const schema = buildTestDelivery(
      [
        { apiKey: 'author', inverseRelationshipsEnabled: true },
        { apiKey: 'navigation_bar', singleton: true, fields: [{ apiKey: 'owner', ...link }] },
      ],
      { locales: ['en', 'pt-BR'] },
    );
    expect(printBare(schema, 'AuthorRecord')).toContain('_allReferencingNavigationBars(');
    expect(printBare(schema, 'LinkingLocale')).toBe(
      'enum LinkingLocale {\n  en\n  pt_BR\n  _nonLocalized\n}',
    );
  });

  it('wait for the model to ask for them', () => {
    const schema = buildTestDelivery([
      { apiKey: 'author' },
      { apiKey: 'post', fields: [{ apiKey: 'by', ...link }] },
    ]);
    expect(printBare(schema, 'AuthorRecord')).not.toContain('_allReferencing');
  });
});
