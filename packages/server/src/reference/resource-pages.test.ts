import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { accountEndpoints } from '#account-api/routes.ts';
import { endpoints } from '#api/endpoints.ts';
import { pageOf, resourceIndexMarkdown } from './resource-index.ts';

const folder = new URL('../../../../docs/resources/', import.meta.url);
const pages = readdirSync(folder).filter((name) => name !== 'README.md');
const read = (name: string) => readFileSync(new URL(name, folder), 'utf8');
const headings = new Map(pages.map((name) => [name, read(name).split('\n')[0] ?? '']));
const resources = [...new Set([...endpoints, ...accountEndpoints].map(({ resource }) => resource))];

it.each(resources)('there is a page about %s', (resource) => {
  expect(pageOf(resource, headings)).toBeDefined();
});

it('the index lists what is served (npm run generate)', () => {
  expect(read('README.md')).toBe(resourceIndexMarkdown(headings));
});

const paths = [...endpoints, ...accountEndpoints].map(
  ({ method, path }) => `${method} ${path.replace(/:\w+/g, ':id')}`,
);

it.each(pages)('%s names only endpoints that are served', (name) => {
  const named = [...read(name).matchAll(/`(GET|POST|PUT|DELETE) (\/[\w:/-]+)/g)];
  for (const [, method, path = ''] of named) {
    const wanted = `${method} ${path.replace(/:\w+/g, ':id').replace(/\/$/, '')}`;
    const isKnown = paths.some(
      (known) => known === wanted || (/[-/]$/.test(path) && known.startsWith(wanted)),
    );
    expect([wanted, isKnown]).toEqual([wanted, true]);
  }
});
