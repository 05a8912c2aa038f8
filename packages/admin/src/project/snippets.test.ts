import { expect, test } from 'vitest';
import { createRecordSnippet, manageSnippets, readSnippets, type SnippetPlace } from './snippets.ts';
import type { Field, Model } from './use-models.ts';

const place: SnippetPlace = {
  siteApi: 'http://cms.test/site-api',
  graphql: 'http://cms.test/graphql',
  token: 'secret',
  environment: undefined,
};

function code(snippets: { id: string; code: string }[], id: string): string {
  return snippets.find((snippet) => snippet.id === id)?.code ?? '';
}

test('every way to read names the address, the token and the query', () => {
  for (const { code: text } of readSnippets(place, 'query { _site { locales } }'))
    for (const part of [place.graphql, place.token, '_site']) expect(text).toContain(part);
});

test('a query becomes one line of JSON for curl', () => {
  expect(code(readSnippets(place, 'query {\n  _site {\n    locales\n  }\n}'), 'curl')).toContain(
    `-d '{"query":"query { _site { locales } }"}'`,
  );
});

test('a sandbox environment is named in every snippet, the primary one in none', () => {
  const all = (environment: string | undefined) =>
    [...readSnippets({ ...place, environment }, '{ a }'), ...manageSnippets({ ...place, environment })].map(
      (snippet) => snippet.code,
    );
  for (const text of all('try-out')) expect(text).toContain('try-out');
  for (const text of all(undefined)) expect(text).not.toMatch(/environment/i);
});

test('a record is written with a value for each field that can have one made up, by locale where it has locales', () => {
  const fields = [
    { api_key: 'title', label: 'Title', field_type: 'string', localized: true },
    { api_key: 'views', label: 'Views', field_type: 'integer', localized: false },
    { api_key: 'cover', label: 'Cover', field_type: 'file', localized: false },
  ] as Field[];
  const text = createRecordSnippet(place, { id: 'm1' } as Model, fields);
  expect(text).toContain("  title: { en: 'My first title' },\n  views: 42,\n});");
  expect(text).not.toContain('cover');
});
