import type { Static } from '@sinclair/typebox';
import type { listTagsQuery } from './contract.ts';
import type { TagQuery } from './table.ts';

const DEFAULT_LIMIT = 50;

export function readTagQuery({ filter, page }: Static<typeof listTagsQuery>): TagQuery {
  return { query: filter?.query ?? '', offset: page?.offset ?? 0, limit: page?.limit ?? DEFAULT_LIMIT };
}
