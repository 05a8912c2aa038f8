import { type DocumentNode, visit } from 'graphql';

/** What of a record a query looks at besides its values. */
export interface QueryReads {
  readsDraftMetas: boolean;
  readsPositions: boolean;
}

/** Fields that a draft changes although nothing was published. `_seoMetaTags` tell when the record was changed. */
const DRAFT_METAS = new Set([
  '_isValid',
  '_publicationScheduledAt',
  '_seoMetaTags',
  '_stage',
  '_status',
  '_unpublishingScheduledAt',
  '_updatedAt',
]);

/** By name, wherever the name stands: a field of a model that is called the same costs a tag too many. */
export function queryReads(document: DocumentNode): QueryReads {
  const names = new Set<string>();
  visit(document, { Field: ({ name }) => void names.add(name.value) });
  return {
    readsDraftMetas: [...DRAFT_METAS].some((name) => names.has(name)),
    readsPositions: names.has('position'),
  };
}
