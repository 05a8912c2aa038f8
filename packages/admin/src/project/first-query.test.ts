import { buildSchema, introspectionFromSchema } from 'graphql';
import { expect, test } from 'vitest';
import { firstQuery } from './first-query.ts';

function introspect(sdl: string) {
  return introspectionFromSchema(buildSchema(sdl));
}

test('the first query asks for the newest records with their plain fields', () => {
  const schema = introspect(`
    type Query { _site: Site!, allUploads: [Upload!]!, allArticles(first: Int, orderBy: [ArticleOrderBy]): [Article!]! }
    enum ArticleOrderBy { _createdAt_DESC title_ASC }
    enum ItemStatus { draft published }
    type Upload { id: ID! }
    type Site { locales: [String!]! }
    type Article {
      id: ID!, _status: ItemStatus!, _seoMetaTags(locale: String): [String!]!, _createdAt: String!
      title: String, tags: [String!]!, cover: Upload, body(markdown: Boolean!): String, views: Int
    }
  `);
  expect(firstQuery(schema)).toBe(
    'query {\n  allArticles(first: 5, orderBy: _createdAt_DESC) {\n    id\n    title\n    views\n    _status\n  }\n}',
  );
});

test('a project without models is asked for its locales', () => {
  const schema = introspect('type Query { _site: Site! } type Site { locales: [String!]! }');
  expect(firstQuery(schema)).toBe('query {\n  _site {\n    locales\n  }\n}');
});
