/** The three questions that were put to the other systems as well. */
export const QUERIES = [
  {
    name: 'Q1: 20 newest, category and author',
    query:
      '{ allArticles(first: 20, orderBy: _createdAt_DESC) { title slug price category { name } author { name } } }',
  },
  {
    name: 'Q2: one by slug, all fields',
    query: `{ article(filter: { slug: { eq: "article-1234" } }) {
      id title slug body date price tags category { id name } author { id name } _createdAt _status } }`,
  },
  {
    name: 'Q3: 100 by price, ordered by title, with links',
    query: `{ allArticles(first: 100, filter: { price: { gt: 100, lt: 500 } }, orderBy: title_ASC) {
      title price category { name } author { name } } }`,
  },
];

/** A hundred pages of modular content, with blocks in blocks and pictures in both. */
export const DEEP = {
  name: 'deep: 100 pages, blocks in blocks, images',
  query: `{ allPages(first: 100, orderBy: title_ASC) {
    title cover { url alt responsiveImage(imgixParams: { w: 400 }) { src srcSet width height } }
    content { ... on SectionRecord { title image { url width height }
      quotes { ... on QuoteRecord { words image { url } } } } } } }`,
};

export const COUNT = {
  name: 'count: articles of a price',
  query: '{ _allArticlesMeta(filter: { price: { gt: 100, lt: 500 } }) { count } }',
};
